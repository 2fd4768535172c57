package org.cloudtransfer.upload.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;
import org.cloudtransfer.upload.execute.Workers;
import org.cloudtransfer.upload.identity.Keystone.Domain;
import org.cloudtransfer.upload.identity.Roll.Entry;

/**
 * Lists users and projects of the target for a reader to choose from. It helps, and no more: what
 * cannot be listed is a gap, and the run goes on.
 */
record RollCall(Cloud cloud, Workers workers) {
  /** A page with as many opens within a second or two. */
  static final int MOST = 50_000;

  private static final int GAPS_MAX = 10;
  private static final Comparator<Entry> BY_NAME =
      Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Entry::domain)
          .thenComparing(Entry::id);

  /** Of a directory's users this makes Keystone write mapping rows, as any list does. */
  Roll users(List<Domain> domains) {
    Request all = Request.get(Service.IDENTITY, "users");
    List<Listing> lists =
        workers.map(
            domains,
            domain -> Listing.read(cloud, all.with("domain_id", domain.id()), "users", MOST));
    List<Entry> entries = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      String domain = domains.get(i).name();
      List<JsonNode> items = lists.get(i).items();
      items.forEach(item -> entries.add(entry(item, domain)));
      lists
          .get(i)
          .gap()
          .ifPresent(why -> gaps.add(gap("users of domain " + domain, items.size(), why)));
    }
    return roll("users", entries, gaps);
  }

  Roll projects(List<Domain> domains) {
    Map<String, String> names =
        domains.stream().collect(Collectors.toMap(Domain::id, Domain::name, (one, other) -> one));
    Listing list = Listing.read(cloud, Request.get(Service.IDENTITY, "projects"), "projects", MOST);
    Function<JsonNode, String> domain =
        item ->
            names.getOrDefault(item.path("domain_id").asText(), item.path("domain_id").asText());
    List<Entry> entries =
        list.items().stream().map(item -> entry(item, domain.apply(item))).toList();
    List<String> gaps =
        list.gap().stream().map(why -> gap("projects", entries.size(), why)).toList();
    return roll("projects", entries, gaps);
  }

  private static Entry entry(JsonNode item, String domain) {
    return new Entry(item.path("id").asText(), item.path("name").asText(), domain);
  }

  private static String gap(String whom, int known, String why) {
    return known == 0
        ? "The " + whom + " are not known here: " + why + "."
        : "Only " + known + " of the " + whom + " are known here: " + why + ".";
  }

  private static Roll roll(String what, List<Entry> entries, List<String> gaps) {
    List<String> told = new ArrayList<>(gaps.subList(0, Math.min(GAPS_MAX, gaps.size())));
    if (gaps.size() > GAPS_MAX) {
      told.add("The same goes for " + (gaps.size() - GAPS_MAX) + " more domains.");
    }
    if (entries.size() > MOST) {
      told.add(
          "Only "
              + MOST
              + " of the "
              + entries.size()
              + " "
              + what
              + " are known here: more would be"
              + " too much for one page. --user-domain names the domains that matter.");
    }
    return new Roll(entries.stream().limit(MOST).sorted(BY_NAME).toList(), told);
  }
}
