package org.cloudtransfer.simulator.cloud;

import java.time.Instant;

/** A row of nova_api.key_pairs. */
public record Keypair(
    long id,
    String userId,
    String name,
    String type,
    String publicKey,
    String fingerprint,
    Instant createdAt) {}
