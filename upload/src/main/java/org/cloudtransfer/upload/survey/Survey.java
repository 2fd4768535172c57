package org.cloudtransfer.upload.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.resource.RowKey;
import org.cloudtransfer.resource.SecurityGroup;
import org.cloudtransfer.upload.identity.IdentityMap;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Finding;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Outcome.Result;
import org.cloudtransfer.upload.plan.Plan;
import org.cloudtransfer.upload.target.Rows;

/** Draws findings from a plan, and from what the target says of itself. Pure. */
public final class Survey {
  private static final Set<String> THINGS =
      Set.of(Keypair.TABLE.name(), SecurityGroup.TABLE.name());

  private final Facts facts;
  private final Ledger ledger;
  private final Rows rows;
  private final Belongings belongings;
  private final List<Finding> findings = new ArrayList<>();

  private Survey(Facts facts, Ledger ledger, Rows rows) {
    this.facts = facts;
    this.ledger = ledger;
    this.rows = rows;
    this.belongings = Belongings.of(rows);
  }

  /**
   * All findings, the gravest first.
   *
   * @param ledger of what uploads from here have done
   */
  public static List<Finding> of(
      Plan plan, Rows rows, IdentityMap identities, Ledger ledger, Facts facts) {
    Survey survey = new Survey(facts, ledger, rows);
    List<Outcome> outcomes = plan.outcomes();
    survey.account();
    survey.rows(outcomes);
    survey.findings.addAll(
        new Room(facts, survey.belongings, rows, identities).findings(plan, outcomes));
    survey.there(outcomes);
    survey.defaults();
    return survey.findings.stream()
        .sorted(
            Comparator.comparing((Finding finding) -> finding.cause().severity())
                .thenComparing(Finding::cause)
                .thenComparing(Finding::message)
                .thenComparing(Finding::kind)
                .thenComparing(Finding::owner))
        .toList();
  }

  private void account() {
    if (facts.roles().stream().noneMatch("admin"::equalsIgnoreCase)) {
      findings.add(
          new Finding(
              Cause.NOT_ADMIN,
              "",
              "",
              List.of(),
              "the account that uploads does not have the role admin where it logs in, but "
                  + String.join(", ", facts.roles()),
              "Unless the services' policies say otherwise, they will refuse it: log in as an"
                  + " administrator."));
    }
  }

  private void rows(List<Outcome> outcomes) {
    Map<Finding, List<RowKey>> rowsOf = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      if (!outcome.reason().isEmpty()) {
        Finding of =
            new Finding(
                outcome.cause(),
                outcome.row().table(),
                belongings.owner(outcome.row()),
                List.of(),
                outcome.reason(),
                outcome.remedy());
        rowsOf.computeIfAbsent(of, f -> new ArrayList<>()).add(outcome.row());
      }
    }
    rowsOf.forEach((of, some) -> findings.add(with(of, some)));
  }

  private static Finding with(Finding f, List<RowKey> rows) {
    return new Finding(f.cause(), f.kind(), f.owner(), rows, f.message(), f.remedy());
  }

  /** What nobody has uploaded from here and is there all the same; limits are always there. */
  private void there(List<Outcome> outcomes) {
    Set<RowKey> defaults =
        rows.unnarrowed(SecurityGroup.TABLE).stream()
            .filter(SecurityGroup::isDefault)
            .map(SecurityGroup::key)
            .collect(Collectors.toSet());
    Map<Finding, List<RowKey>> rowsOf = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      RowKey row = outcome.row();
      if (outcome.result() == Result.UNCHANGED
          && THINGS.contains(row.table())
          && !defaults.contains(row)
          && !ledger.done(row)) {
        Finding of =
            new Finding(
                Cause.TARGET_NOT_BLANK,
                row.table(),
                belongings.owner(row),
                List.of(),
                "the target has these already, and equal; no upload from here has made them",
                "");
        rowsOf.computeIfAbsent(of, f -> new ArrayList<>()).add(row);
      }
    }
    rowsOf.forEach((of, some) -> findings.add(with(of, some)));
  }

  private void defaults() {
    facts
        .defaults()
        .forEach(
            (kind, limits) -> {
              if (!limits.isEmpty() && !rows.of(kind.tables().get(0)).isEmpty()) {
                findings.add(
                    new Finding(
                        Cause.DEFAULTS_UNKNOWN,
                        kind.text(),
                        "",
                        List.of(),
                        "whoever has no limits of their own gets the new cloud's defaults, and the"
                            + " archive does not tell the old cloud's: "
                            + text(limits),
                        "Compare them with the old cloud's configuration."));
              }
            });
  }

  private static String text(Map<String, Integer> limits) {
    return limits.entrySet().stream()
        .map(limit -> limit.getKey() + " " + limit.getValue())
        .collect(Collectors.joining(", "));
  }
}
