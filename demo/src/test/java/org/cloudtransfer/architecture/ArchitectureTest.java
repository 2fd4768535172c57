package org.cloudtransfer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the arrows between modules and rooms. */
final class ArchitectureTest {
  private static final String[] COMMON = {
    "org.cloudtransfer.archive..",
    "org.cloudtransfer.cli..",
    "org.cloudtransfer.config..",
    "org.cloudtransfer.database..",
    "org.cloudtransfer.report..",
    "org.cloudtransfer.resource.."
  };
  private static final String[] DOWNLOAD = {
    "org.cloudtransfer.download..", "org.cloudtransfer.source.."
  };
  private static final String UPLOAD = "org.cloudtransfer.upload..";
  private static final String SIMULATOR = "org.cloudtransfer.simulator..";
  private static final String DEMO = "org.cloudtransfer.demo..";

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cloudtransfer");
  }

  private static void check(ArchRule rule) {
    rule.check(classes);
  }

  private static String upload(String room) {
    return "org.cloudtransfer.upload." + room + "..";
  }

  @Test
  void allModulesAreLookedAt() {
    for (String known :
        new String[] {
          "org.cloudtransfer.resource.Keypair",
          "org.cloudtransfer.download.Main",
          "org.cloudtransfer.upload.Main",
          "org.cloudtransfer.simulator.Simulator",
          "org.cloudtransfer.demo.Main"
        }) {
      assertThat(classes.contain(known)).as(known).isTrue();
    }
  }

  @Test
  void downloadAndUploadNeverSeeEachOther() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(DOWNLOAD)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(UPLOAD, SIMULATOR, DEMO));
    check(
        noClasses()
            .that()
            .resideInAPackage(UPLOAD)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOWNLOAD));
    check(
        noClasses()
            .that()
            .resideInAPackage(UPLOAD)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SIMULATOR, DEMO));
  }

  @Test
  void commonSeesNeither() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(COMMON)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.cloudtransfer.download..",
                "org.cloudtransfer.source..",
                UPLOAD,
                SIMULATOR,
                DEMO));
  }

  @Test
  void roomsOfCommonAreWithoutCycles() {
    check(slices().matching("org.cloudtransfer.(*)..").should().beFreeOfCycles());
    check(
        noClasses()
            .that()
            .resideInAPackage("org.cloudtransfer.resource..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.cloudtransfer.archive..",
                "org.cloudtransfer.cli..",
                "java.sql..",
                "java.net.."));
  }

  /** A misreading of an API must not be repeated in its judge. */
  @Test
  void simulatorSeesNoOtherModule() {
    check(
        classes()
            .that()
            .resideInAPackage(SIMULATOR)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                SIMULATOR,
                "java..",
                "javax..",
                "com.sun.net.httpserver..",
                "com.fasterxml.jackson.."));
  }

  /** The demo knows the programs by their command lines only. */
  @Test
  void demoSeesNeitherProgram() {
    check(
        noClasses()
            .that()
            .resideInAPackage(DEMO)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.cloudtransfer.download..", "org.cloudtransfer.source..", UPLOAD));
    check(
        noClasses()
            .that()
            .resideInAPackage(DEMO)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMON));
  }

  /** The one table that upload may read, it reads through the same door. */
  @Test
  void databasesAreSpokenToInTwoRooms() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("org.cloudtransfer..")
            .and()
            .resideOutsideOfPackages(
                "org.cloudtransfer.database..", "org.cloudtransfer.source..", DEMO)
            .and()
            .doNotHaveSimpleName("IdMappingTable")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("org.cloudtransfer.database..", DEMO)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.postgresql..", "org.mariadb.."));
  }

  @Test
  void cloudsAreSpokenToInOneRoom() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(upload("cloud"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.openstack4j.."));
  }

  @Test
  void roomsOfUploadAreWithoutCycles() {
    check(slices().matching("org.cloudtransfer.upload.(*)..").should().beFreeOfCycles());
  }

  @Test
  void planKnowsNothingOfHowItIsCarriedOut() {
    check(
        noClasses()
            .that()
            .resideInAPackage(upload("plan"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                upload("execute"),
                upload("target"),
                upload("identity"),
                upload("report"),
                upload("verify")));
    check(
        noClasses()
            .that()
            .resideInAPackage(upload("execute"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                upload("target"), upload("identity"), upload("report"), upload("verify")));
    check(
        noClasses()
            .that()
            .resideInAPackage(upload("target"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(upload("report"), upload("verify")));
    check(
        noClasses()
            .that()
            .resideInAPackage(upload("cloud"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.cloudtransfer.resource..", "org.cloudtransfer.archive.."));
  }

  /** What decided must not be asked whether it decided rightly. */
  @Test
  void verificationDoesNotAskWhatDecides() {
    check(
        noClasses()
            .that()
            .resideInAPackage(upload("verify"))
            .should()
            .dependOnClassesThat(
                JavaClass.Predicates.resideInAPackage(upload("target"))
                    .and(DescribedPredicate.not(JavaClass.Predicates.simpleName("Rows")))));
    check(
        noClasses()
            .that()
            .resideInAPackage(upload("verify"))
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.upload\\.plan\\.(Action|Forecast|Outcome|Plan|Stage|Step).*"));
  }

  @Test
  void namesSayWhatThingsAre() {
    for (String vague : new String[] {"Util", "Utils", "Helper", "Manager", "Impl"}) {
      check(noClasses().should().haveSimpleNameEndingWith(vague));
    }
  }
}
