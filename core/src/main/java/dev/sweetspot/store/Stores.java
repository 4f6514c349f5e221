package dev.sweetspot.store;

import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Opens any store that is installed by its address: the path of a file, or a URL. Everything that takes the address of a
 * store asks here.
 */
public final class Stores {
    /** One letter is a drive. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

    private static final Pattern PASSWORD = Pattern.compile("(://[^/@:\\s]*):\\S*@|(?<=[?&]password=)[^&\\s]*");

    private Stores() {}

    /** All kinds that are installed. */
    public static List<StoreProvider> installed() {
        return ServiceLoader.load(StoreProvider.class, Stores.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Whether an address says of which kind its store is; one that does not is a path. */
    public static boolean hasScheme(String address) {
        return SCHEME.matcher(address).matches();
    }

    /**
     * The kind of store that an address is of.
     *
     * @throws InvalidInputException when none is installed that knows it
     */
    public static StoreProvider of(String address) {
        var all = installed();
        return all.stream()
                .filter(kind -> kind.takes(address))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "--store",
                        withoutPasswords(address),
                        "is of no kind of store that is installed",
                        all.stream().map(StoreProvider::form).collect(Collectors.joining(", or ", "", "?"))));
    }

    /** Opens a store: {@link StoreProvider#open}. */
    public static Store open(String address) {
        return of(address).open(address);
    }

    /** The artifacts of a store: {@link StoreProvider#artifacts}. */
    public static Artifacts artifacts(String address, Path local) {
        return of(address).artifacts(address, local);
    }

    /** An address without its password: {@link StoreProvider#shown}. */
    public static String shown(String address) {
        return of(address).shown(address);
    }

    /** A text in which addresses may stand, without their passwords. */
    public static String withoutPasswords(String text) {
        return PASSWORD.matcher(text).replaceAll(found -> found.group(1) == null ? "" : found.group(1) + "@");
    }

    /** What people should know about its place: {@link StoreProvider#caution}. */
    public static Optional<String> caution(String address) {
        return of(address).caution(address);
    }

    /** The file that a store is, if it is one: {@link StoreProvider#file}. */
    public static Optional<Path> file(String address) {
        return of(address).file(address);
    }
}
