package org.cloudtransfer.upload.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cloudtransfer.resource.RowKey;

/**
 * A run that is only thought through: walks the stages as the executor would, and takes every
 * action for done as it expects to be done. One thread.
 */
public final class Forecast implements Ledger {
  private final Ledger past;
  private final Map<RowKey, String> ids = new HashMap<>();
  private final Map<RowKey, List<JsonNode>> born = new HashMap<>();

  private Forecast(Ledger past) {
    this.past = past;
  }

  /** All steps of some stages, in order, each stage decided on what those before it would do. */
  public static List<Step> of(List<Stage> stages, Ledger past) {
    Forecast forecast = new Forecast(past);
    List<Step> all = new ArrayList<>();
    for (Stage stage : stages) {
      List<Step> steps = stage.steps().apply(forecast);
      steps.forEach(forecast::assume);
      all.addAll(steps);
    }
    return all;
  }

  private void assume(Step step) {
    if (step instanceof Step.Act act) {
      assume(act.action().forecast());
    } else if (step instanceof Step.Adopted adopted) {
      assume(adopted.effect());
    }
  }

  private void assume(Effect effect) {
    ids.putAll(effect.ids());
    born.putAll(effect.born());
  }

  @Override
  public boolean done(RowKey row) {
    return past.done(row);
  }

  @Override
  public Optional<String> id(RowKey row) {
    return Optional.ofNullable(ids.get(row)).or(() -> past.id(row));
  }

  @Override
  public boolean made(String id) {
    return ids.containsValue(id) || past.made(id);
  }

  @Override
  public boolean inDoubt(RowKey row) {
    return past.inDoubt(row) && !ids.containsKey(row);
  }

  @Override
  public Optional<String> refusal(RowKey row) {
    return past.refusal(row);
  }

  @Override
  public List<JsonNode> born(RowKey row) {
    return Optional.ofNullable(born.get(row)).orElseGet(() -> past.born(row));
  }

  @Override
  public Optional<Set<String>> baseline(String scope) {
    return past.baseline(scope);
  }
}
