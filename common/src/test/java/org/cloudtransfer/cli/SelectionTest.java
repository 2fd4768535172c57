package org.cloudtransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cloudtransfer.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SelectionTest {

  private static Selection parse(String... args) {
    Selection selection = new Selection();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("s", spec(selection)))
        .parseArgs(args);
    return selection;
  }

  private static CommandLine.Model.CommandSpec spec(Selection selection) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(selection);
  }

  @Test
  void withoutOptionsAllKindsAreMeantButNoneIsNamed() {
    Selection selection = parse();

    assertThat(selection.kinds()).containsExactly(ResourceKind.values());
    assertThat(selection.namesKinds()).isFalse();
  }

  /** D21: each option does what it says. */
  @ParameterizedTest
  @CsvSource({
    "--keypairs, KEYPAIRS",
    "--nova-quotas, NOVA_QUOTAS",
    "--neutron-quotas, NEUTRON_QUOTAS",
    "--cinder-quotas, CINDER_QUOTAS",
    "--security-groups, SECURITY_GROUPS"
  })
  void eachOptionSelectsItsKindAlone(String option, ResourceKind kind) {
    assertThat(parse(option).kinds()).containsExactly(kind);
    assertThat(parse(option).namesKinds()).isTrue();
  }

  @Test
  void quotasAreThoseOfAllThreeServices() {
    assertThat(parse("--quotas").kinds())
        .containsExactly(
            ResourceKind.NOVA_QUOTAS, ResourceKind.NEUTRON_QUOTAS, ResourceKind.CINDER_QUOTAS);
  }

  @Test
  void optionsAddUpInOrderOfExecution() {
    assertThat(parse("--security-groups", "--keypairs", "--cinder-quotas", "--quotas").kinds())
        .containsExactly(ResourceKind.values());
  }

  @Test
  void projectsAndUsersAreRepeatable() {
    Selection selection = parse("--project", "a", "--user", "u", "--project", "b"); // D23, N23

    assertThat(selection.projects()).isEqualTo(java.util.Set.of("a", "b"));
    assertThat(selection.users()).isEqualTo(java.util.Set.of("u"));
    assertThat(List.copyOf(selection.kinds())).hasSize(5);
  }
}
