package org.cloudtransfer.demo.sample;

/**
 * A key pair of the old cloud.
 *
 * @param publicKey may be null, as in the database
 */
public record SampleKeypair(
    SampleUser user, String name, String type, String publicKey, Fate fate) {}
