package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Box;
import io.vedette.schema.Detection;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnotatorTest {

    private final BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);

    @BeforeEach
    void fillWithGray() {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.dispose();
    }

    @Test
    void outlinesTheBoxInTheColourOfItsClass() {
        Annotator.draw(picture, List.of(detection(2, new Box(100, 100, 80, 60))));

        int color = Annotator.colorOf(2).getRGB();
        assertThat(picture.getRGB(140, 160)).as("bottom edge").isEqualTo(color);
        assertThat(picture.getRGB(180, 130)).as("right edge").isEqualTo(color);
        assertThat(picture.getRGB(140, 130)).as("inside").isEqualTo(Color.GRAY.getRGB());
        assertThat(picture.getRGB(20, 220)).as("far away").isEqualTo(Color.GRAY.getRGB());
    }

    @Test
    void writesTheLabelOnAFilledGroundAboveTheBox() {
        Annotator.draw(picture, List.of(detection(2, new Box(100, 100, 80, 60))));

        assertThat(colorsOfRow(92)).contains(Annotator.colorOf(2).getRGB(), Color.BLACK.getRGB());
    }

    @Test
    void aBoxAtTheTopHasItsLabelInside() {
        Annotator.draw(picture, List.of(detection(2, new Box(0, 0, 320, 240))));

        assertThat(colorsOfRow(8)).contains(Color.BLACK.getRGB());
    }

    @Test
    void neighbouringClassesDiffer() {
        assertThat(IntStream.range(0, 80).mapToObj(Annotator::colorOf)).doesNotHaveDuplicates();
    }

    private List<Integer> colorsOfRow(int y) {
        return IntStream.range(0, picture.getWidth()).mapToObj(x -> picture.getRGB(x, y)).toList();
    }

    private static Detection detection(int classId, Box box) {
        return new Detection("car", classId, 0.87f, box, null);
    }
}
