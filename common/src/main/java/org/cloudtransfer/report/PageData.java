package org.cloudtransfer.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cloudtransfer.report.Mapping.Account;
import org.cloudtransfer.report.Mapping.Known;
import org.cloudtransfer.report.Mapping.Owner;

/**
 * What the page's script shows, as JSON that may stand inside a script element: every character
 * beyond ASCII, and those that mean something in HTML, are escaped. Rows are arrays, and what
 * repeats (kinds, owners, reasons) is a number into a list, so that 100,000 rows are some
 * megabytes.
 */
final class PageData {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .characterEscapes(new MarkupEscapes())
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private PageData() {}

  /** Escapes what could end a script element or begin a tag. */
  private static final class MarkupEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      for (char c : "<>&'".toCharArray()) {
        codes[c] = ESCAPE_STANDARD;
      }
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return null;
    }
  }

  /** Values in order of their first appearance. */
  private static final class Numbered<T> {
    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    int of(T value) {
      return numbers.computeIfAbsent(value, v -> numbers.size());
    }

    List<T> values() {
      return List.copyOf(numbers.keySet());
    }
  }

  private record Reason(String text, String remedy, String pattern) {}

  static String json(Page page) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      lines(out, page);
      names(out, page.names());
      quotas(out, page.quotas());
      removals(out, page.removals());
      mappings(out, page.mappings());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes everything", e);
    }
    return text.toString();
  }

  private static void lines(JsonGenerator out, Page page) throws IOException {
    Numbered<String> kinds = new Numbered<>();
    Numbered<Ending> endings = new Numbered<>();
    Numbered<String> owners = new Numbered<>();
    Numbered<Reason> reasons = new Numbered<>();
    owners.of("");
    reasons.of(new Reason("", "", ""));
    out.writeArrayFieldStart("rows");
    for (Line line : page.lines()) {
      out.writeStartArray();
      out.writeNumber(kinds.of(line.kind()));
      out.writeNumber(endings.of(line.ending()));
      out.writeString(line.text());
      out.writeNumber(owners.of(line.project()));
      out.writeNumber(owners.of(line.user()));
      out.writeNumber(owners.of(line.group()));
      out.writeNumber(reasons.of(new Reason(line.reason(), line.remedy(), line.pattern())));
      out.writeEndArray();
    }
    out.writeEndArray();
    array(out, "kinds", kinds.values());
    array(out, "owners", owners.values());
    List<String> flat = new ArrayList<>();
    endings.values().forEach(e -> flat.addAll(List.of(e.name(), e.tone().text())));
    array(out, "endings", flat);
    List<String> why = new ArrayList<>();
    reasons.values().forEach(r -> why.addAll(List.of(r.text(), r.remedy(), r.pattern())));
    array(out, "reasons", why);
  }

  private static void names(JsonGenerator out, Names names) throws IOException {
    object(out, "projects", names.projects());
    object(out, "users", names.users());
    object(out, "groups", names.groups());
  }

  private static void quotas(JsonGenerator out, List<QuotaChange> quotas) throws IOException {
    out.writeArrayFieldStart("quotas");
    for (QuotaChange q : quotas) {
      out.writeStartArray();
      out.writeString(q.kind());
      out.writeString(q.project());
      out.writeString(q.user());
      out.writeString(q.resource());
      out.writeNumber(q.before());
      out.writeNumber(q.after());
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static void removals(JsonGenerator out, List<Removal> removals) throws IOException {
    out.writeArrayFieldStart("removals");
    for (Removal removal : removals) {
      out.writeArray(new String[] {removal.group(), removal.rule()}, 0, 2);
    }
    out.writeEndArray();
  }

  private static void mappings(JsonGenerator out, List<Mapping> mappings) throws IOException {
    out.writeArrayFieldStart("mappings");
    for (Mapping mapping : mappings) {
      out.writeStartObject();
      out.writeStringField("what", mapping.what());
      out.writeStringField("option", mapping.option());
      out.writeStringField("file", mapping.file());
      out.writeArrayFieldStart("owners");
      for (Owner owner : mapping.owners()) {
        owner(out, owner);
      }
      out.writeEndArray();
      known(out, mapping.known());
      out.writeBooleanField("whole", mapping.gaps().isEmpty());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void owner(JsonGenerator out, Owner owner) throws IOException {
    out.writeStartObject();
    out.writeStringField("source_id", owner.id());
    out.writeStringField("name", owner.name());
    out.writeStringField("domain", owner.domain());
    out.writeStringField("target_id", owner.target());
    out.writeStringField("how", owner.how());
    out.writeStringField("confidence", owner.confidence());
    accounts(out, "candidates", owner.candidates());
    out.writeNumberField("rows", owner.rows());
    out.writeEndObject();
  }

  private static void accounts(JsonGenerator out, String field, List<Account> accounts)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (Account account : accounts) {
      out.writeArray(new String[] {account.id(), account.label()}, 0, 2);
    }
    out.writeEndArray();
  }

  private static void known(JsonGenerator out, List<Known> known) throws IOException {
    Numbered<String> domains = new Numbered<>();
    out.writeArrayFieldStart("known");
    for (Known one : known) {
      out.writeStartArray();
      out.writeString(one.id());
      out.writeString(one.name());
      out.writeNumber(domains.of(one.domain()));
      out.writeEndArray();
    }
    out.writeEndArray();
    array(out, "domains", domains.values());
  }

  private static void array(JsonGenerator out, String field, List<String> values)
      throws IOException {
    out.writeFieldName(field);
    out.writeArray(values.toArray(String[]::new), 0, values.size());
  }

  private static void object(JsonGenerator out, String field, Map<String, String> values)
      throws IOException {
    out.writeObjectFieldStart(field);
    for (Map.Entry<String, String> entry : values.entrySet()) {
      out.writeStringField(entry.getKey(), entry.getValue());
    }
    out.writeEndObject();
  }
}
