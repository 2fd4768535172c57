package org.cloudtransfer.dist.packed.advisories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares parts with what is known of them. */
record Check(Snapshot snapshot, JavaBaseline java) {

  /** What speaks against parts, exceptions or not. */
  List<Finding> findings(List<Component> components) {
    List<Finding> findings = new ArrayList<>();
    for (Component component : components) {
      if (component.isJava()) {
        java.finding(component).ifPresent(findings::add);
      }
      snapshot.advisories().stream()
          .filter(advisory -> advisory.covers(component))
          .forEach(
              advisory -> findings.add(new Finding(component, advisory.id(), advisory.toString())));
    }
    return findings;
  }

  /** Parts of which the snapshot cannot tell anything, for nobody asked. */
  List<Component> unasked(List<Component> components) {
    Set<String> asked = new HashSet<>(snapshot.packages());
    return components.stream()
        .filter(component -> !component.isJava() && !asked.contains(component.name()))
        .toList();
  }
}
