package io.vedette.models.remote;

import io.vedette.schema.CameraUri;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files over {@code http:} and {@code https:}.
 *
 * <p>Up to five redirects are followed, never from {@code https:} to {@code http:}. Credentials in
 * the URI are sent as basic authentication, to the server that the URI names and to no other. A
 * server that is silent for half a minute fails the read.
 */
public final class HttpFiles implements RemoteFiles {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> MISSING = Set.of(404, 410);
    private static final int MAX_REDIRECTS = 5;

    private final HttpClient client;
    private final Duration silence;

    public HttpFiles() {
        this(CONNECT, SILENCE);
    }

    HttpFiles(Duration connect, Duration silence) {
        this.silence = silence;
        this.client =
                HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(connect)
                        .build();
    }

    /** Whether a file is one over HTTP. */
    public static boolean reads(URI file) {
        return SCHEMES.contains(file.getScheme());
    }

    @Override
    public InputStream open(URI file) throws IOException {
        if (!reads(file)) {
            throw new IOException(
                    "scheme '%s' is not read here, only file, http and https"
                            .formatted(file.getScheme()));
        }
        HttpOrigin origin = HttpOrigin.of(file);
        URI target = origin.strip(file);
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            HttpResponse<InputStream> response = get(target, origin);
            if (!REDIRECTS.contains(response.statusCode())) {
                return body(response);
            }
            response.body().close();
            String location = response.headers().firstValue("Location").orElse("");
            target = redirected(target, location);
        }
        throw new IOException("the server redirects more than %d times".formatted(MAX_REDIRECTS));
    }

    private HttpResponse<InputStream> get(URI target, HttpOrigin origin) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(silence).header("User-Agent", "Vedette");
        if (HttpOrigin.of(target).server().equals(origin.server())) {
            origin.authorization().ifPresent(value -> request.header("Authorization", value));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (HttpConnectTimeoutException e) {
            throw new IOException("%s cannot be reached in time".formatted(server(target)), e);
        } catch (HttpTimeoutException e) {
            throw silent(target, e);
        } catch (ConnectException e) {
            throw new IOException(refusal(target, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("it was interrupted").initCause(e);
        }
    }

    private InputStream body(HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() == 200) {
            return new ImpatientStream(response.body(), silence, server(response.uri()));
        }
        response.body().close();
        String answer =
                "%s answers with status %d"
                        .formatted(server(response.uri()), response.statusCode());
        throw MISSING.contains(response.statusCode())
                ? new FileNotFoundException(answer)
                : new IOException(answer);
    }

    /**
     * Where a server says that a file is.
     *
     * @throws IOException if that is no place over HTTP, or a less safe one
     */
    static URI redirected(URI from, String location) throws IOException {
        try {
            URI to = from.resolve(location);
            boolean safe = from.getScheme().equals("http") || "https".equals(to.getScheme());
            if (reads(to) && safe && HttpOrigin.of(to).isValid() && !location.isEmpty()) {
                return HttpOrigin.of(to).strip(to);
            }
        } catch (IllegalArgumentException e) {
            throw astray(from, location, e);
        }
        throw astray(from, location, null);
    }

    private static IOException astray(URI from, String location, @Nullable Throwable cause) {
        String to = location.replaceFirst("\\?.*", "?***");
        return new IOException(
                "%s redirects to '%s', which is not followed"
                        .formatted(server(from), CameraUri.redact(to)),
                cause);
    }

    private IOException silent(URI target, HttpTimeoutException cause) {
        return new IOException(ImpatientStream.complaint(server(target), silence), cause);
    }

    private static String refusal(URI target, ConnectException e) {
        return e.getCause() instanceof UnresolvedAddressException
                ? "the host of %s is not known".formatted(server(target))
                : "%s accepts no connection".formatted(server(target));
    }

    private static URI server(URI uri) {
        return HttpOrigin.of(uri).server();
    }
}
