/**
 * Whether what is bundled has known vulnerabilities: the bill of materials against a snapshot of
 * advisories in the format of OSV, both of them files, so that no network is needed.
 */
package org.cloudtransfer.dist.packed.advisories;
