package io.github.sigmadm.render;

import java.util.List;
import java.util.function.IntFunction;

/// A part of a Markdown document that can be left out without leaving the rest unbalanced.
sealed interface Block {

  /// Stays whole or goes as a whole. Ends with a line feed.
  ///
  /// @param weight how many things it tells of, for saying how many were left out
  record Piece(Rank rank, int weight, String markdown) implements Block {
    public Piece(Rank rank, String markdown) {
      this(rank, 1, markdown);
    }
  }

  /// Something around others: it goes when all of them go.
  ///
  /// @param before opens it
  /// @param after closes it
  /// @param more a line for how many pieces directly inside were left out; it may be empty
  record Frame(String before, List<Block> blocks, String after, IntFunction<String> more)
      implements Block {
    public Frame {
      blocks = List.copyOf(blocks);
    }

    public Frame(String before, List<Block> blocks, String after) {
      this(before, blocks, after, left -> "");
    }
  }
}
