package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.models.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogueTest {

    @TempDir private Path folder;

    @Test
    void withoutAFolderThereAreNoModels() {
        assertThat(catalogue(null).entries()).isEmpty();
        assertThat(catalogue(folder.resolve("absent")).entries()).isEmpty();
    }

    @Test
    void aFolderThatIsAPackageIsThatPackage() {
        TinyModel.writePackage(folder);

        List<ModelEntry> entries = catalogue(folder).entries();

        assertThat(entries).extracting(ModelEntry::name).containsExactly("tiny");
    }

    @Test
    void aPackageIsOpenedAnewOnlyWhenItChanges() throws Exception {
        TinyModel.writePackage(folder);
        ModelCatalogue catalogue = catalogue(folder);
        ModelEntry first = catalogue.entries().get(0);
        ModelEntry unchanged = catalogue.entries().get(0);
        Path labels = folder.resolve("labels.txt");

        Files.writeString(labels, "sky\ngrass\nbrick\n");

        assertThat(unchanged).isSameAs(first);
        assertThat(catalogue.entries().get(0))
                .isInstanceOfSatisfying(
                        UsableModel.class,
                        model ->
                                assertThat(model.labels())
                                        .containsExactly("sky", "grass", "brick"));
    }

    @Test
    void aRepairedPackageIsUsable() throws Exception {
        TinyModel.writePackage(folder);
        ModelCatalogue catalogue = catalogue(folder);
        Path graph = folder.resolve("model.onnx");
        byte[] good = Files.readAllBytes(graph);
        Files.delete(graph);
        ModelEntry broken = catalogue.entries().get(0);

        Files.write(graph, good);

        assertThat(broken).isInstanceOf(BrokenModel.class);
        assertThat(catalogue.entries().get(0)).isInstanceOf(UsableModel.class);
    }

    private static ModelCatalogue catalogue(Path root) {
        return new ModelCatalogue(new ModelFolder(root));
    }
}
