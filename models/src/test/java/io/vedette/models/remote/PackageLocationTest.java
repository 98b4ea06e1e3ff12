package io.vedette.models.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageLocationTest {

    @ParameterizedTest
    @CsvSource({
        "models/yolox/1, models/yolox/1",
        "/models/a:b, /models/a:b",
        "./http://h/x, ./http:/h/x",
        "file:/models/yolox/1, /models/yolox/1",
        "file:///models/with%20space/1, /models/with space/1",
        "FILE:/models/1, /models/1",
    })
    void aPathAndAFileUriAreFoldersOfThisMachine(String text, Path folder) {
        assertThat(PackageLocation.of(text).local()).contains(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/models/1, http://h/models/1/labels.txt",
        "https://h:8443/models/1///, https://h:8443/models/1/labels.txt",
        "HTTP://h, http://h/labels.txt",
        "https://h/models/1?sv=a&sig=b%2F, https://h/models/1/labels.txt?sv=a&sig=b%2F",
        "http://joe:p@ss@h/m%20x, http://joe:p@ss@h/m%20x/labels.txt",
        "s3://bucket_1/models/1, s3://bucket_1/models/1/labels.txt",
        "hdfs:///models/1, hdfs:/models/1/labels.txt",
    })
    void aUriNamesTheFolderOfItsFiles(String text, URI file) {
        PackageLocation location = PackageLocation.of(text);

        assertThat(location.local()).isEmpty();
        assertThat(location.file("labels.txt")).isEqualTo(file);
    }

    @Test
    void namesOfFilesAreEncoded() {
        PackageLocation location = PackageLocation.of("https://h/m");

        assertThat(location.file("a b/c#d?e%f.onnx"))
                .isEqualTo(URI.create("https://h/m/a%20b/c%23d%3Fe%25f.onnx"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://joe:s3cret@h/m/1, https://***@h/m/1",
        "https://h/m?sig=s3cret, https://h/m?***",
        "s3://key:s3cret@bucket/m, s3://***@bucket/m",
        "models/1, models/1",
    })
    void whatIsShownHasNoCredentials(String text, String shown) {
        assertThat(PackageLocation.of(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:",
                "http:///models",
                "http://joe:s3/cret@h/x",
                "http://joe:s3cret",
                "http://joe:s3cret@",
                "http://joe:s3?cret@h/x",
                "http://joe:s3#cret@h/x",
                "http://joe:s3 cret@h/x",
                "http://h:port/x",
                "file:models",
                "file://host/models",
                "s3:models",
                "mailto:joe"
            })
    void aUriThatNamesNoFolderIsRefusedWithoutShowingIt(String text) {
        assertThatThrownBy(() -> PackageLocation.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text.substring(0, text.indexOf(':')) + ":***")
                .message()
                .doesNotContain("cret", "joe");
    }

    @Test
    void aPathThatIsNoneIsRefused() {
        assertThatThrownBy(() -> PackageLocation.of("models\0"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
