package dev.sweetspot.deep.training.augmentation;

/**
 * Where each place of the new picture lies in the old one: {@code old = A new + t}, in pixels from the centre, x to the right
 * and y down. Changes are added in the order in which they are made to the picture, so the inverse of each comes last:
 * {@code A <- A T^-1}. Sines are {@link StrictMath}'s, so that every machine sees the same pictures.
 */
public final class PlaceMap {
    private double xx;
    private double xy;
    private double x0;
    private double yx;
    private double yy;
    private double y0;
    private final int width;
    private final int height;

    /** The map that changes nothing, of pictures of a size. */
    public PlaceMap(int width, int height) {
        this.width = width;
        this.height = height;
        reset();
    }

    /** The width of a picture in pixels. */
    public int width() {
        return width;
    }

    /** The height of a picture in pixels. */
    public int height() {
        return height;
    }

    /** Changes nothing again. */
    public void reset() {
        xx = 1;
        xy = 0;
        x0 = 0;
        yx = 0;
        yy = 1;
        y0 = 0;
    }

    /** Mirrors left to right. */
    public void mirrorAcross() {
        xx = -xx;
        yx = -yx;
    }

    /** Mirrors upside down. */
    public void mirrorDown() {
        xy = -xy;
        yy = -yy;
    }

    /** Turns clockwise. */
    public void turn(double degrees) {
        double angle = degrees / 180 * Math.PI;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        then(cos, sin, -sin, cos);
    }

    /** Makes everything so many times as large, above 0. */
    public void magnify(double factor) {
        then(1 / factor, 0, 0, 1 / factor);
    }

    /** Moves each row to the right by so much times its distance below the centre. */
    public void slant(double tangent) {
        then(1, -tangent, 0, 1);
    }

    /** Moves everything by so many pixels to the right and down. */
    public void shift(double right, double down) {
        x0 -= xx * right + xy * down;
        y0 -= yx * right + yy * down;
    }

    private void then(double a, double b, double c, double d) {
        double p = xx * a + xy * c;
        double q = xx * b + xy * d;
        double r = yx * a + yy * c;
        double s = yx * b + yy * d;
        xx = p;
        xy = q;
        yx = r;
        yy = s;
    }

    /** Whether every new pixel is exactly one old pixel, and rows are rows: only mirrored, and moved by whole pixels. */
    public boolean keepsPixels() {
        return xy == 0
                && yx == 0
                && Math.abs(xx) == 1
                && Math.abs(yy) == 1
                && x0 == Math.rint(x0)
                && y0 == Math.rint(y0);
    }

    /** By how much the old x grows with the new x. */
    public double xx() {
        return xx;
    }

    /** By how much the old x grows with the new y. */
    public double xy() {
        return xy;
    }

    /** By how much the old y grows with the new x. */
    public double yx() {
        return yx;
    }

    /** By how much the old y grows with the new y. */
    public double yy() {
        return yy;
    }

    /** The old x, from the centre, of the new centre. */
    public double x0() {
        return x0;
    }

    /** The old y, from the centre, of the new centre. */
    public double y0() {
        return y0;
    }
}
