package org.cloudtransfer.demo.check;

import org.cloudtransfer.demo.sample.Sample;

/** Compares a state of the new cloud with the sample. */
public record Check(Sample sample, State before) {

  /** What there is to say about the state after the transfer. */
  public Verdict of(State after) {
    Findings findings = new Findings();
    new KeypairCheck(sample, before, after, findings).run();
    new QuotaCheck(sample, before, after, findings).run();
    new GroupCheck(sample, before, after, findings).run();
    new BystanderCheck(before, after, findings).run();
    return Verdict.of(findings);
  }

  /** The same, and what the program said of it. */
  public Verdict of(State after, String report) {
    Verdict verdict = of(after);
    Findings findings = new Findings();
    verdict.checked().forEach(findings::checked);
    verdict.differences().forEach(findings::differs);
    new ReportCheck(sample, report, findings).run();
    return Verdict.of(findings);
  }
}
