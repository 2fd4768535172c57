package org.cloudtransfer.demo.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The configuration files of the services as SUSE OpenStack Cloud 6 has them: one file each, now
 * and then two sections of one name, passwords as they are.
 *
 * @param urls database URLs by service
 */
record Configuration(Path root, Map<String, String> urls) {

  void write() throws IOException {
    write(
        "nova",
        """
        [DEFAULT]
        enabled_apis = osapi_compute,metadata
        quota_instances = 10
        # connection = postgresql://example:example@192.0.2.1/nova

        [api_database]
        #connection = <None>

        [database]
        connection = %s
        max_pool_size = 30
        """);
    write(
        "neutron",
        """
        [DEFAULT]
        core_plugin = neutron.plugins.ml2.plugin.Ml2Plugin
        service_plugins = neutron.services.l3_router.l3_router_plugin.L3RouterPlugin,lbaas

        [quotas]
        quota_driver = neutron.db.quota.driver.DbQuotaDriver

        [database]
        connection = %s
        """);
    write(
        "cinder",
        """
        [DEFAULT]
        default_volume_type = lvm_gold

        [database]
        connection = %s

        [DEFAULT]
        enabled_backends = backend-lvm_gold,backend-ssd
        """);
    write(
        "keystone",
        """
        [DEFAULT]
        admin_endpoint = http://192.0.2.10:35357

        [database]
        connection = %s

        [identity]
        driver = hybrid
        default_domain_id = default

        [assignment]
        driver = hybrid
        """);
  }

  private void write(String service, String text) throws IOException {
    Path file = Files.createDirectories(root.resolve(service)).resolve(service + ".conf");
    Files.writeString(file, text.formatted(urls.get(service)));
  }
}
