package io.github.sigmadm.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/// A Markdown document that can be made to fit: what is least important goes first, and it is told
/// what went.
///
/// @param blocks its parts, in order
/// @param leftOut makes the lines that tell what was left out
/// @param footer its end, which always stays
record Document(List<Block> blocks, UnaryOperator<String> leftOut, String footer) {

  /// How long a text may be.
  ///
  /// @param measure how the place it goes to counts
  record Limit(int size, ToIntFunction<String> measure) {
    boolean allows(String text) {
      return measure.applyAsInt(text) <= size;
    }
  }

  Document {
    blocks = List.copyOf(blocks);
  }

  /// The document, shortened as little as needed.
  ///
  /// @throws IllegalStateException if what is never left out does not fit; it is small, so that is
  ///   a defect
  String fit(Limit limit) {
    List<Block.Piece> pieces = new ArrayList<>();
    blocks.forEach(block -> collect(block, pieces));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).rank() != Rank.FIXED) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparing((Integer piece) -> pieces.get(piece).rank())
            .thenComparing(Comparator.reverseOrder()));
    int enough = firstFit(pieces, order, limit);
    for (int left = enough; left <= order.size(); left++) {
      String text = without(pieces, order.subList(0, left));
      if (limit.allows(text)) {
        return text;
      }
    }
    throw new IllegalStateException("the fixed parts of a document exceed " + limit.size());
  }

  /// How many pieces must go, found by halving. Telling what was left out takes room as well, so
  /// that this can be a few short.
  private int firstFit(List<Block.Piece> pieces, List<Integer> order, Limit limit) {
    int low = 0;
    int high = order.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (limit.allows(without(pieces, order.subList(0, middle)))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static void collect(Block block, List<Block.Piece> pieces) {
    switch (block) {
      case Block.Piece piece -> pieces.add(piece);
      case Block.Frame frame -> frame.blocks().forEach(inner -> collect(inner, pieces));
    }
  }

  private String without(List<Block.Piece> pieces, List<Integer> left) {
    Writer writer = new Writer(new HashSet<>(left));
    blocks.forEach(writer::write);
    if (!left.isEmpty()) {
      Map<Rank, Integer> weights = new EnumMap<>(Rank.class);
      left.forEach(piece ->
          weights.merge(pieces.get(piece).rank(), pieces.get(piece).weight(), Integer::sum));
      writer.text.append(leftOut.apply(summary(weights)));
    }
    return writer.text.append(footer).toString();
  }

  private static String summary(Map<Rank, Integer> weights) {
    Map<String, Integer> nouns = new LinkedHashMap<>();
    weights.forEach((rank, weight) -> nouns.merge(rank.noun(), weight, Integer::sum));
    return Count.listed(
        nouns.entrySet().stream().map(noun -> Count.of(noun.getValue(), noun.getKey())).toList());
  }

  /// Writes blocks in order; pieces are known by their number in that order.
  private static final class Writer {

    private final Set<Integer> left;
    private final StringBuilder text = new StringBuilder();
    private int next;

    Writer(Set<Integer> left) {
      this.left = left;
    }

    private void write(Block block) {
      switch (block) {
        case Block.Piece piece -> {
          if (!left.contains(next++)) {
            text.append(piece.markdown());
          }
        }
        case Block.Frame frame -> {
          int start = text.length();
          text.append(frame.before());
          int opened = text.length();
          int gone = 0;
          for (Block inner : frame.blocks()) {
            int before = text.length();
            write(inner);
            gone += inner instanceof Block.Piece && text.length() == before ? 1 : 0;
          }
          if (text.length() == opened) {
            text.setLength(start);
          } else {
            text.append(gone == 0 ? "" : frame.more().apply(gone)).append(frame.after());
          }
        }
      }
    }
  }
}
