package org.cloudtransfer.resource;

import java.util.Arrays;
import java.util.List;

/**
 * A key pair's public half.
 *
 * @param type {@code ssh} or {@code x509}
 * @param publicKey the exact text that was imported: one line, several lines, or PEM; may be null
 * @param fingerprint as the source computed it, colon form; may be null
 */
public record Keypair(
    String userId, String name, String type, String publicKey, String fingerprint) {

  public static final Table<Keypair> TABLE =
      new Table<>(
          "keypairs",
          List.of("user_id", "name", "type", "public_key", "fingerprint"),
          row ->
              new Keypair(
                  row.required("user_id"),
                  row.required("name"),
                  row.required("type"),
                  row.text("public_key"),
                  row.text("fingerprint")),
          k -> Arrays.asList(k.userId, k.name, k.type, k.publicKey, k.fingerprint),
          Keypair::key,
          null,
          Keypair::userId,
          k -> k.key().toString());

  public RowKey key() {
    return RowKey.of("keypairs", userId, name);
  }
}
