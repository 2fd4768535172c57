package org.cloudtransfer.upload.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cloudtransfer.resource.Keypair;
import org.cloudtransfer.upload.cloud.PathSegment;
import org.cloudtransfer.upload.plan.Cause;
import org.cloudtransfer.upload.plan.Effect;
import org.cloudtransfer.upload.plan.Ledger;
import org.cloudtransfer.upload.plan.Outcome;
import org.cloudtransfer.upload.plan.Step;

/**
 * What becomes of the key pairs of one user.
 *
 * @param present by target user, the names and keys that are there
 * @param limit of key pairs for a user, that of the account that asks
 * @param project the one whose limit that is
 * @param highest the target's highest microversion
 */
record KeypairPlan(
    Map<String, Map<String, String>> present, int limit, String project, String highest) {
  static final int UNLIMITED = -1;

  /** {@code @} and {@code .} came with 2.92 (nova, Zed: api/openstack/compute/schemas). */
  private static final int MORE_CHARACTERS = 92;

  private static final Pattern NAME = Pattern.compile("[ _\\-0-9a-zA-Z]{1,255}");
  private static final Pattern NAME_SINCE_ZED = Pattern.compile("[@._\\- 0-9a-zA-Z]{1,255}");

  List<Step> steps(String user, List<Keypair> wanted, Ledger ledger) {
    Map<String, String> keys = present.getOrDefault(user, Map.of());
    Map<String, Keypair> taken = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    int count = keys.size();
    for (Keypair keypair : wanted) {
      Optional<Step> settled = settled(user, keypair, keys.get(keypair.name()), ledger);
      if (settled.isPresent()) {
        steps.add(settled.get());
      } else if (taken.containsKey(keypair.name())) {
        steps.add(takenTwice(keypair, taken.get(keypair.name())));
      } else if (limit != UNLIMITED && count >= limit) {
        steps.add(Step.settled(overLimit(keypair)));
      } else {
        count++;
        taken.put(keypair.name(), keypair);
        steps.add(Step.act(new CreateKeypair(keypair, user, microversion(keypair))));
      }
    }
    return steps;
  }

  private Optional<Step> settled(String user, Keypair keypair, String there, Ledger ledger) {
    if (there != null) {
      return Optional.of(existing(user, keypair, there, ledger));
    }
    if (ledger.done(keypair.key())) {
      return Optional.of(
          Step.settled(
              Outcome.withheld(
                      keypair.key(),
                      "it was created by an earlier run and has been deleted since",
                      "Leave it, or create it by hand.")
                  .because(Cause.CHANGED_SINCE)));
    }
    return invalid(keypair)
        .or(
            () ->
                ledger
                    .refusal(keypair.key())
                    .map(words -> Outcome.refusedBefore(keypair.key(), words)))
        .map(Step::settled);
  }

  private static Step existing(String user, Keypair keypair, String there, Ledger ledger) {
    if (keypair.publicKey() == null || !PublicKey.same(keypair.publicKey(), there)) {
      return Step.settled(
          Outcome.withheld(
                  keypair.key(),
                  "the user has another key of that name",
                  "Ask the user which one is right; nothing was overwritten.")
              .because(Cause.KEY_NAME_TAKEN));
    }
    return ledger.inDoubt(keypair.key())
        ? new Step.Adopted(keypair.key(), new Effect(Map.of(keypair.key(), user), Map.of()))
        : Step.settled(Outcome.unchanged(keypair.key()));
  }

  private Optional<Outcome> invalid(Keypair keypair) {
    if (keypair.publicKey() == null || keypair.publicKey().isBlank()) {
      return Optional.of(
          Outcome.withheld(
                  keypair.key(),
                  "its public key is empty, and Nova would generate a new key pair",
                  "Ask the user for the key.")
              .because(Cause.KEY_UNUSABLE));
    }
    Pattern names = Microversions.atLeast(highest, MORE_CHARACTERS) ? NAME_SINCE_ZED : NAME;
    boolean blank = !keypair.name().equals(keypair.name().strip());
    if (blank || !names.matcher(keypair.name()).matches()) {
      return Optional.of(
          Outcome.withheld(
                  keypair.key(),
                  "the target's Nova does not take such a name",
                  "Create it by hand under a name of letters, digits, blanks, - and _.")
              .because(Cause.KEY_UNUSABLE));
    }
    return PathSegment.isOne(keypair.name())
        ? Optional.empty()
        : Optional.of(
            Outcome.withheld(
                    keypair.key(),
                    "no URL can name it, so nobody could look at it or delete it again",
                    "Create it by hand under another name.")
                .because(Cause.KEY_UNUSABLE));
  }

  private static Step takenTwice(Keypair keypair, Keypair first) {
    if (PublicKey.same(keypair.publicKey(), first.publicKey())) {
      return new Step.Twin(
          first.key(),
          Outcome.unchanged(
              keypair.key(),
              "its equal, another user's key of that name, goes to the same account"));
    }
    return Step.settled(
        Outcome.withheld(
                keypair.key(),
                "another user's key of that name goes to the same account",
                "Place one of the two users elsewhere with --map.")
            .because(Cause.TWO_INTO_ONE));
  }

  private Outcome overLimit(Keypair keypair) {
    return Outcome.withheld(
            keypair.key(),
            "Nova measures it against the limit of the account that uploads, which is " + limit,
            "Raise key_pairs of the project " + project + ", then run this again.")
        .because(Cause.KEY_LIMIT);
  }

  private static String microversion(Keypair keypair) {
    return NAME.matcher(keypair.name()).matches()
        ? KeypairTarget.MICROVERSION
        : "2." + MORE_CHARACTERS;
  }
}
