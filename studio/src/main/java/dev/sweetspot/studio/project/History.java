package dev.sweetspot.studio.project;

import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The board and the steps that can be taken back. Replaying the same entries gives the same, always. */
final class History {
    /** Steps further back are for good. */
    private static final int MOST_STEPS = 500;

    private final Board board = new Board();
    private final Deque<Step> undoable = new ArrayDeque<>();
    private final Deque<Step> redoable = new ArrayDeque<>();
    private long lastStep;
    private long version;

    /** What was done, and how it is taken back: in the reverse order of these. */
    private record Step(long number, String what, List<Change> inverses) {}

    /** Takes an entry; when it does not fit, nothing has changed. */
    void apply(Entry entry) {
        if (entry instanceof Entry.Done done) {
            done(done);
        } else if (entry instanceof Entry.Undone) {
            turn(undoable, redoable, "undo");
        } else if (entry instanceof Entry.Redone) {
            turn(redoable, undoable, "redo");
        }
        version++;
    }

    private void done(Entry.Done done) {
        var inverses = new ArrayList<Change>();
        try {
            done.changes().forEach(change -> inverses.add(board.apply(change)));
        } catch (RuntimeException e) {
            back(inverses);
            throw e;
        }
        var last = undoable.peekLast();
        if (last != null && last.number() == done.step() && redoable.isEmpty()) {
            undoable.removeLast();
            var all = new ArrayList<>(last.inverses());
            all.addAll(inverses);
            undoable.addLast(new Step(done.step(), done.what(), all));
        } else {
            undoable.addLast(new Step(done.step(), done.what(), inverses));
        }
        redoable.clear();
        lastStep = Math.max(lastStep, done.step());
        if (undoable.size() > MOST_STEPS) {
            undoable.removeFirst();
        }
    }

    private void turn(Deque<Step> from, Deque<Step> to, String what) {
        var step = from.pollLast();
        if (step == null) {
            throw new InvalidInputException(what, "nothing", "there is no step for it", "");
        }
        to.addLast(new Step(step.number(), step.what(), back(step.inverses())));
    }

    /** Takes changes back, the last one first; gives what takes that back. */
    private List<Change> back(List<Change> inverses) {
        var reversed = new ArrayList<>(inverses);
        Collections.reverse(reversed);
        var again = new ArrayList<Change>();
        reversed.forEach(inverse -> again.add(board.apply(inverse)));
        return again;
    }

    Board board() {
        return board;
    }

    /** How many entries it has taken. */
    long version() {
        return version;
    }

    /** A number that no step has. */
    long nextStep() {
        return lastStep + 1;
    }

    /** The number of the last step, so that more can be added to it. */
    long lastStep() {
        return lastStep;
    }

    ProjectView view() {
        return board.view(
                version,
                Optional.ofNullable(undoable.peekLast()).map(Step::what),
                Optional.ofNullable(redoable.peekLast()).map(Step::what));
    }
}
