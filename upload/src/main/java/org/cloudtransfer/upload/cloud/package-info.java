/**
 * The target cloud: log-in, catalog, requests and replies, and how a fault reads.
 *
 * <p>A {@link org.cloudtransfer.upload.cloud.Transport} is a stack of small layers with one method:
 * authenticate( limit( retry( send ))). openstack4j's Identity v3 models say how credentials,
 * tokens and catalogs look on the wire; the transport is the JDK's.
 */
package org.cloudtransfer.upload.cloud;
