package dev.sweetspot.data.image;

/** The kinds of image files that are read, told apart by their first bytes, never by their names. */
enum ImageKind {
    JPEG("jpeg", 0xff, 0xd8, 0xff),
    PNG("png", 0x89, 'P', 'N', 'G'),
    GIF("gif", 'G', 'I', 'F', '8'),
    TIFF_LITTLE("tif", 'I', 'I', 42, 0),
    TIFF_BIG("tif", 'M', 'M', 0, 42),
    BMP("bmp", 'B', 'M');

    private static final int[][] BIG_TIFF = {{'I', 'I', 43, 0}, {'M', 'M', 0, 43}};
    private static final int[] RIFF = {'R', 'I', 'F', 'F'};

    private final String reader;

    @SuppressWarnings("ImmutableEnumChecker") // private, and never written to
    private final int[] magic;

    ImageKind(String reader, int... magic) {
        this.reader = reader;
        this.magic = magic;
    }

    /** What the JDK calls the reader of this kind. */
    String reader() {
        return reader;
    }

    boolean isTiff() {
        return this == TIFF_LITTLE || this == TIFF_BIG;
    }

    /** The kind of a file. */
    static ImageKind of(byte[] bytes) throws BadImageException {
        if (bytes.length == 0) {
            throw new BadImageException("is empty");
        }
        for (var kind : values()) {
            if (starts(bytes, kind.magic)) {
                return kind;
            }
        }
        for (var magic : BIG_TIFF) {
            if (starts(bytes, magic)) {
                throw new BadImageException("is a BigTIFF, which is not read");
            }
        }
        if (starts(bytes, RIFF) && bytes.length > 11 && bytes[8] == 'W' && bytes[9] == 'E') {
            throw new BadImageException("is a WebP, which is not read");
        }
        throw new BadImageException("is no PNG, JPEG, BMP, GIF or TIFF");
    }

    private static boolean starts(byte[] bytes, int[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
