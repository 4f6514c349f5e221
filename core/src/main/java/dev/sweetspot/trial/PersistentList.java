package dev.sweetspot.trial;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;

/**
 * An immutable list that shares its structure: a tree with 32 children a node, so that replacing or appending an item
 * copies a path of a few small arrays and leaves the old list as it was.
 */
final class PersistentList<T> extends AbstractList<T> implements RandomAccess {
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    private static final int MASK = WIDTH - 1;

    private final int size;
    private final int shift;
    private final Object[] root;

    PersistentList() {
        this(0, 0, new Object[0]);
    }

    private PersistentList(int size, int shift, Object[] root) {
        this.size = size;
        this.shift = shift;
        this.root = root;
    }

    /** A list of these, made at once. */
    static <T> PersistentList<T> of(List<T> items) {
        var nodes = nodes(new ArrayList<Object>(items));
        int shift = 0;
        while (nodes.size() > 1) {
            nodes = nodes(nodes);
            shift += BITS;
        }
        return nodes.isEmpty()
                ? new PersistentList<>()
                : new PersistentList<>(items.size(), shift, (Object[]) nodes.get(0));
    }

    private static List<Object> nodes(List<Object> items) {
        var nodes = new ArrayList<Object>();
        for (int i = 0; i < items.size(); i += WIDTH) {
            nodes.add(items.subList(i, Math.min(items.size(), i + WIDTH)).toArray());
        }
        return nodes;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("unchecked") // only items of type T are ever put into leaves
    public T get(int index) {
        Objects.checkIndex(index, size);
        var node = root;
        for (int level = shift; level > 0; level -= BITS) {
            node = (Object[]) node[(index >>> level) & MASK];
        }
        return (T) node[index & MASK];
    }

    @Override
    public Object[] toArray() {
        var all = new Object[size];
        copy(root, shift, all, 0);
        return all;
    }

    /** Node by node: item by item, a walk over ten thousand of them takes longer than what is done with each. */
    private static int copy(Object[] node, int level, Object[] all, int at) {
        if (level == 0) {
            System.arraycopy(node, 0, all, at, node.length);
            return at + node.length;
        }
        int next = at;
        for (var child : node) {
            next = copy((Object[]) child, level - BITS, all, next);
        }
        return next;
    }

    @Override
    public Spliterator<T> spliterator() {
        return Spliterators.spliterator(toArray(), Spliterator.ORDERED | Spliterator.IMMUTABLE);
    }

    /** Whether the items of another list are the first ones of this: quick where one was made from the other. */
    boolean beginsWith(PersistentList<T> other) {
        if (other.size > size) {
            return false;
        }
        var node = root;
        for (int level = shift; level > other.shift; level -= BITS) {
            node = (Object[]) node[0];
        }
        return other.isEmpty() || begins(node, other.root, other.shift);
    }

    private static boolean begins(Object[] node, Object[] other, int level) {
        if (node == other) {
            return true;
        }
        for (int i = 0; i < other.length; i++) {
            boolean same = level == 0
                    ? node[i].equals(other[i])
                    : begins((Object[]) node[i], (Object[]) other[i], level - BITS);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** The same with another item at a place. */
    PersistentList<T> replaced(int index, T item) {
        Objects.checkIndex(index, size);
        return new PersistentList<>(size, shift, put(root, shift, index, item));
    }

    /** The same and one item more. */
    PersistentList<T> appended(T item) {
        boolean full = size == WIDTH << shift;
        int newShift = full ? shift + BITS : shift;
        var newRoot = full ? new Object[] {root} : root;
        return new PersistentList<>(size + 1, newShift, put(newRoot, newShift, size, item));
    }

    private static Object[] put(Object[] node, int level, int index, Object item) {
        int place = (index >>> level) & MASK;
        var copy = new Object[Math.max(node.length, place + 1)];
        System.arraycopy(node, 0, copy, 0, node.length);
        if (level == 0) {
            copy[place] = item;
        } else {
            var child = place < node.length ? (Object[]) node[place] : new Object[0];
            copy[place] = put(child, level - BITS, index, item);
        }
        return copy;
    }
}
