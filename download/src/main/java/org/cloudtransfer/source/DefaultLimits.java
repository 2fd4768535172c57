package org.cloudtransfer.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cloudtransfer.database.Query;

/**
 * The limits of the quota class {@code default}: what holds where a project has none of its own.
 * They are the cloud's, not a tenant's, so they are named and not carried.
 */
final class DefaultLimits {
  private static final String TABLE = "quota_classes";

  private final String service;
  private final Map<String, Integer> usual;

  /**
   * Of a service.
   *
   * @param usual limits that every installation has, which are not worth a word
   */
  DefaultLimits(String service, Map<String, Integer> usual) {
    this.service = service;
    this.usual = usual;
  }

  Stream<Look> in(Schema schema, String live) {
    if (!schema.has(TABLE)) {
      return Stream.empty();
    }
    String sql =
        """
        SELECT resource, hard_limit
        FROM quota_classes
        WHERE class_name = 'default' AND %s
        ORDER BY %s, id
        """
            .formatted(live, schema.dialect().bytes("resource"));
    return Stream.of(new Look(Query.of(sql), this::read));
  }

  private Optional<Remark> read(ResultSet row) throws SQLException {
    String resource = row.getString("resource");
    Integer limit = row.getObject("hard_limit", Integer.class);
    if (limit != null && limit.equals(usual.get(resource))) {
      return Optional.empty();
    }
    String text =
        "they are limits that hold in "
            + service
            + " where a project has none of its own, and are not carried: set them in the new"
            + " cloud's quota class default if they are to hold there";
    return Optional.of(new Remark(text, resource, String.valueOf(limit)));
  }
}
