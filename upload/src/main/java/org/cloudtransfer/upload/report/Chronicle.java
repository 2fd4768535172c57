package org.cloudtransfer.upload.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.upload.plan.Action;
import org.cloudtransfer.upload.plan.Action.Verb;
import org.cloudtransfer.upload.plan.Deed;
import org.cloudtransfer.upload.plan.Step;
import org.cloudtransfer.upload.plan.Undo;

/**
 * What outcomes do not tell: which limits were what before, and which rules of the target went. Of
 * actions that are to be carried out; whether they were, the outcomes of their rows tell. One
 * thread.
 */
public final class Chronicle {
  private final List<Limit> limits = new ArrayList<>();
  private final List<Removed> removed = new ArrayList<>();

  /**
   * @param after null for what it was before an upload that is taken back
   */
  record Limit(RowKey row, Long before, Long after) {}

  record Removed(RowKey group, String rule) {}

  /** Notes what is worth it. */
  public void note(Collection<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Act act) {
        note(act.action());
      }
    }
  }

  private void note(Action action) {
    if (action instanceof Undo undo) {
      undo.deeds().stream().filter(deed -> deed.verb() == Verb.UPDATE).forEach(this::noteUndone);
    } else if (action.verb() == Verb.UPDATE) {
      action.rows().forEach(row -> noteLimit(action, row));
    } else if (action.verb() == Verb.DELETE) {
      action.rows().forEach(row -> removed.add(new Removed(row, rule(action.before()))));
    }
  }

  private void noteLimit(Action action, RowKey row) {
    JsonNode before = action.before().path(resource(row));
    JsonNode after = action.request().body().findPath(resource(row));
    if (before.isIntegralNumber() && after.isIntegralNumber()) {
      limits.add(new Limit(row, before.asLong(), after.asLong()));
    }
  }

  private void noteUndone(Deed deed) {
    JsonNode former = deed.before().path(resource(deed.row()));
    if (former.isIntegralNumber()) {
      limits.add(new Limit(deed.row(), former.asLong(), null));
    }
  }

  private static String resource(RowKey row) {
    return row.parts().get(row.parts().size() - 1);
  }

  private static String rule(JsonNode rule) {
    StringBuilder text = new StringBuilder();
    text.append(rule.path("direction").asText()).append(' ');
    text.append(rule.path("ethertype").asText()).append(' ');
    text.append(rule.path("protocol").asText("any").replace("null", "any"));
    if (rule.path("port_range_min").isIntegralNumber()) {
      text.append(' ').append(rule.path("port_range_min").asText());
      text.append('-').append(rule.path("port_range_max").asText());
    }
    String group = rule.path("remote_group_id").asText("null");
    String prefix = rule.path("remote_ip_prefix").asText("null");
    if (!group.equals("null")) {
      return text + " group " + group;
    }
    return text + (prefix.equals("null") ? " anywhere" : " " + prefix);
  }

  List<Limit> limits() {
    return limits;
  }

  List<Removed> removed() {
    return removed;
  }
}
