/**
 * A new cloud for somebody's own tarball: with the projects, users and volume types that it names,
 * and nothing else. Reads tarballs by itself, so that a misreading is not repeated.
 */
package org.cloudtransfer.demo.rehearsal;
