package io.github.sigmadm.config;

import io.github.sigmadm.config.GlobParser.Alternatives;
import io.github.sigmadm.config.GlobParser.AnyDepth;
import io.github.sigmadm.config.GlobParser.Part;
import io.github.sigmadm.config.GlobParser.Run;
import io.github.sigmadm.config.GlobParser.Single;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/// A glob as a small machine that is in several states at once, so that it never goes back over the
/// value.
final class GlobProgram {

  private sealed interface Step {}

  /// Takes one character that fits, and goes on behind.
  private record Take(IntPredicate fits) implements Step {}

  /// Goes on at both places, without a character.
  private record Fork(int one, int other) implements Step {}

  private final List<Step> steps = new ArrayList<>();

  private GlobProgram() {}

  static GlobProgram of(String glob) {
    GlobProgram program = new GlobProgram();
    program.add(GlobParser.parse(glob));
    return program;
  }

  private void add(List<Part> parts) {
    for (Part part : parts) {
      switch (part) {
        case Single single -> steps.add(new Take(single.fits()));
        case Run run -> loop(run.fits());
        case AnyDepth _ -> {
          int fork = reserve();
          loop(c -> true);
          steps.add(new Take(c -> c == '/'));
          steps.set(fork, new Fork(fork + 1, steps.size()));
        }
        case Alternatives alternatives -> add(alternatives);
      }
    }
  }

  private void loop(IntPredicate fits) {
    int fork = reserve();
    steps.add(new Take(fits));
    steps.add(new Fork(fork, fork));
    steps.set(fork, new Fork(fork + 1, steps.size()));
  }

  private void add(Alternatives alternatives) {
    List<Integer> ends = new ArrayList<>();
    for (List<Part> choice : alternatives.choices()) {
      int fork = reserve();
      add(choice);
      ends.add(reserve());
      steps.set(fork, new Fork(fork + 1, steps.size()));
    }
    // Behind the last choice there is none: that way is a dead end.
    int deadEnd = steps.size();
    steps.add(new Take(c -> false));
    ends.forEach(end -> steps.set(end, new Fork(deadEnd + 1, deadEnd + 1)));
  }

  /// A step that is set later.
  private int reserve() {
    steps.add(new Fork(0, 0));
    return steps.size() - 1;
  }

  boolean matches(String value) {
    BitSet states = new BitSet(steps.size() + 1);
    BitSet next = new BitSet(steps.size() + 1);
    int[] waiting = new int[2 * steps.size() + 2];
    enter(states, 0, waiting);
    for (int i = 0; i < value.length() && !states.isEmpty(); ) {
      int c = value.codePointAt(i);
      next.clear();
      for (int at = states.nextSetBit(0); at >= 0; at = states.nextSetBit(at + 1)) {
        if (at < steps.size() && steps.get(at) instanceof Take take && take.fits().test(c)) {
          enter(next, at + 1, waiting);
        }
      }
      BitSet last = states;
      states = next;
      next = last;
      i += Character.charCount(c);
    }
    return states.get(steps.size());
  }

  /// Adds a state and all that follow from it without a character.
  private void enter(BitSet states, int first, int[] waiting) {
    int count = 0;
    waiting[count++] = first;
    while (count > 0) {
      int at = waiting[--count];
      if (!states.get(at)) {
        states.set(at);
        if (at < steps.size() && steps.get(at) instanceof Fork fork) {
          waiting[count++] = fork.one();
          waiting[count++] = fork.other();
        }
      }
    }
  }
}
