package org.cloudtransfer.upload;

import org.cloudtransfer.cli.Console;
import org.cloudtransfer.report.Next;
import org.cloudtransfer.report.ReportFile;
import org.cloudtransfer.upload.report.Report;
import org.cloudtransfer.upload.report.UploadPage;
import org.cloudtransfer.upload.report.UploadPage.Closing;
import org.cloudtransfer.upload.report.WhoIsWho;

/**
 * Tells what to do next, on the terminal and on the page.
 *
 * @param command e.g. {@code upload plan}
 * @param failed the word for what failed
 */
record Telling(String command, String failed, ReportFile file) {

  void tell(Run run, Report report, WhoIsWho who, Closing closing) {
    closing.next().forEach(next -> say(next, run.console()));
    file.write(
        () ->
            new UploadPage(
                    command,
                    failed,
                    closing,
                    run.facts(),
                    run.rows(),
                    report,
                    who,
                    run.chronicle(),
                    run.phase().stopwatch().timeline())
                .page(),
        run.console());
  }

  private static void say(Next next, Console console) {
    console.say(next.why() + ":");
    console.say("  " + next.command());
  }
}
