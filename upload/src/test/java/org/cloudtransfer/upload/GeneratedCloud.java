package org.cloudtransfer.upload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An old and a new cloud, piece by piece: what it takes to build them anew, and to build smaller
 * ones.
 *
 * @param current whether the new cloud is of today, else of Newton
 * @param policy options of the upload
 */
record GeneratedCloud(boolean current, List<String> policy, List<Piece> pieces) {

  /** A row of the old cloud or a thing of the new one; any subset of pieces is a sound cloud. */
  record Piece(String text, Consumer<Bench> put) {
    @Override
    public String toString() {
      return text;
    }
  }

  Bench build(Path directory) {
    Bench bench = current ? Bench.current(directory) : Bench.newton(directory);
    pieces.forEach(piece -> piece.put().accept(bench));
    return bench;
  }

  String[] policy(String... more) {
    List<String> all = new ArrayList<>(policy);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Without some of the pieces. */
  GeneratedCloud without(int from, int to) {
    List<Piece> fewer = new ArrayList<>(pieces.subList(0, from));
    fewer.addAll(pieces.subList(to, pieces.size()));
    return new GeneratedCloud(current, policy, fewer);
  }

  @Override
  public String toString() {
    return (current ? "current" : "newton")
        + " "
        + policy
        + pieces.stream().map(piece -> "\n  " + piece).collect(Collectors.joining());
  }
}
