package dev.sweetspot.deep.network.layer;

import dev.sweetspot.form.InvalidInputException;

/** A layer cannot take what the layers before it give. */
public final class DoesNotFit extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String shape;
    private final String rule;
    private final String maybe;
    private final String place;

    /**
     * @param in what it was to take
     * @param rule what must hold, as a sentence without a full stop
     * @param maybe a way out, shown after "Maybe "
     */
    public DoesNotFit(Layer layer, Shape in, String rule, String maybe) {
        this(layer.kind(), in.toString(), rule, maybe, "");
    }

    private DoesNotFit(String kind, String shape, String rule, String maybe, String place) {
        super(place.isEmpty() ? kind : place + " (" + kind + ")", shape, rule, maybe);
        this.kind = kind;
        this.shape = shape;
        this.rule = rule;
        this.maybe = maybe;
        this.place = place;
    }

    /** The same, inside of a place: "layer 3", then "body 2". */
    DoesNotFit inside(String outer) {
        return new DoesNotFit(kind, shape, rule, maybe, place.isEmpty() ? outer : outer + ", " + place);
    }
}
