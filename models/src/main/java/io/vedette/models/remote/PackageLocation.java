package io.vedette.models.remote;

import io.vedette.schema.CameraUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a model package is: a folder of this machine, or a URI that names a folder elsewhere.
 *
 * <p>The URI may hold credentials; {@code toString} hides them.
 */
public final class PackageLocation {

    private static final Pattern URI_TEXT = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

    private final String given;
    private final @Nullable Path folder;
    private final URI uri;

    private PackageLocation(String given, @Nullable Path folder, URI uri) {
        this.given = given;
        this.folder = folder;
        this.uri = uri;
    }

    /**
     * Reads a path, a {@code file:} URI or a URI of any other scheme.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static PackageLocation of(String text) {
        if (!URI_TEXT.matcher(text).matches()) {
            return of(Path.of(text));
        }
        URI uri = parsed(text);
        return uri.getScheme().equals("file")
                ? of(Path.of(uri.getPath()))
                : new PackageLocation(text, null, uri);
    }

    /** A folder of this machine. */
    public static PackageLocation of(Path folder) {
        return new PackageLocation(folder.toString(), folder, folder.toUri());
    }

    private static URI parsed(String text) {
        String scheme = text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT);
        try {
            URI uri = new URI(scheme + text.substring(scheme.length()));
            if (uri.getRawFragment() == null && isFolder(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw refused(scheme);
        }
        throw refused(scheme);
    }

    private static boolean isFolder(URI uri) {
        boolean hasPath = uri.getRawPath() != null && uri.getRawPath().startsWith("/");
        return switch (uri.getScheme()) {
            case "file" -> hasPath && uri.getRawAuthority() == null && uri.getRawQuery() == null;
            case "http", "https" -> HttpOrigin.of(uri).isValid();
            default -> hasPath || uri.getRawAuthority() != null;
        };
    }

    /** Shows nothing of what is malformed: the secret may be anywhere in it. */
    private static IllegalArgumentException refused(String scheme) {
        String form = scheme.equals("file") ? "file:/folder" : scheme + "://host/folder";
        return new IllegalArgumentException(
                "A model package must be a folder or a URI such as %s but was '%s:***'; is a character left that must be percent-encoded, such as ' ', '#' or '%%'?"
                        .formatted(form, scheme));
    }

    /** The folder, where it is one of this machine. */
    public Optional<Path> local() {
        return Optional.ofNullable(folder);
    }

    /**
     * The URI of a file of the package, with the credentials and the query of the package's own.
     *
     * @param name its path within the folder, with {@code /}
     */
    public URI file(String name) {
        String folderPath = uri.getRawPath().replaceAll("/+$", "");
        String authority = uri.getRawAuthority() == null ? "" : "//" + uri.getRawAuthority();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(
                uri.getScheme() + ":" + authority + folderPath + "/" + encoded(name) + query);
    }

    private static String encoded(String name) {
        try {
            return new URI(null, null, "/" + name, null).getRawPath().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("A path always is a URI: '%s'.".formatted(name), e);
        }
    }

    /** What was given, credentials included. */
    public String withCredentials() {
        return given;
    }

    /** What was given; credentials and the query, which may be one, are replaced. */
    @Override
    public String toString() {
        if (folder != null) {
            return given;
        }
        String query = uri.getRawQuery() == null ? "" : "?***";
        return CameraUri.redact(given.replaceFirst("\\?.*", "")) + query;
    }
}
