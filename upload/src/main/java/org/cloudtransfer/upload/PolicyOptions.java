package org.cloudtransfer.upload;

import java.util.Arrays;
import java.util.Locale;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.plan.Policies;
import org.cloudtransfer.upload.plan.Policies.DefaultGroups;
import org.cloudtransfer.upload.plan.Policies.QuotasPolicy;
import picocli.CommandLine.Option;

/** The options that decide beforehand what is done where source and target disagree. */
final class PolicyOptions {
  @Option(
      names = "--quotas-policy",
      paramLabel = "exact|raise-only",
      defaultValue = "exact",
      description = "Set limits as in the source, or only where that raises them. Default: exact.")
  private String quotas;

  @Option(
      names = "--default-groups",
      paramLabel = "merge|skip|exact",
      defaultValue = "merge",
      description =
          "Add the missing rules to a project's default group, leave it alone, or also remove the"
              + " rules that the source's does not have. Default: merge.")
  private String defaultGroups;

  @Option(names = "--force", description = "Set limits below usage, too.")
  private boolean force;

  Policies policies() {
    return new Policies(
        parse("--default-groups", defaultGroups, DefaultGroups.values()),
        parse("--quotas-policy", quotas, QuotasPolicy.values()),
        force);
  }

  private static <E extends Enum<E>> E parse(String option, String text, E[] values) {
    return Arrays.stream(values)
        .filter(value -> spelling(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                StopException.badInput(
                    option + " " + text + " is unknown.",
                    "Say "
                        + String.join(
                            " or ", Arrays.stream(values).map(PolicyOptions::spelling).toList())
                        + "."));
  }

  private static String spelling(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
