package org.cloudtransfer.download;

import java.util.concurrent.Callable;
import org.cloudtransfer.cli.CommonOptions;
import org.cloudtransfer.cli.Console;
import org.cloudtransfer.cli.Program;
import org.cloudtransfer.cli.Selection;
import org.cloudtransfer.cli.Typed;
import org.cloudtransfer.report.Next;
import org.cloudtransfer.report.ReportFile;
import org.cloudtransfer.source.SourceCloud;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Reads what a download would read, and reports what is there and what may give trouble:"
          + " owners that are gone, rows that are there twice, rows that a new cloud will refuse."
          + " Writes nothing.",
      ""
    },
    footer = {
      "",
      "Exit codes: as of 'download'; 1 if a download would withhold rows. Other findings leave it"
          + " at 0."
    })
final class CheckCommand implements Callable<Integer>, Program.Command {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection = new Selection();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private ReportFile page = new ReportFile();
  @Mixin private CommonOptions common = new CommonOptions();

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    page.requireWritable();
    Next next = new Next("Download it", new Typed(spec).program(""));
    Console console = common.console(surroundings.out(), surroundings.err());
    try (SourceCloud cloud =
        new SourceCloud(source.locator(surroundings.environment()), source.release(), console)) {
      return new Check(cloud, selection, surroundings.clock(), console, page, next).run().number();
    }
  }
}
