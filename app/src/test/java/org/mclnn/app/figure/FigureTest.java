package org.mclnn.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FigureTest {
    private static final double[] X = {0, 1, 2};
    private static final Axis LINEAR = Axis.linear("*x*");

    private static List<Figure> all() {
        return SampleFigures.all();
    }

    private static Figure one(Panel panel) {
        return Figure.of("one", "One panel", 1, List.of(panel));
    }

    private static Element parse(String svg) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("no XML", e);
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameFigureIsTheSameBytes(Figure figure) throws IOException {
        assertThat(figure.svg()).isEqualTo(figure.svg());
        assertThat(figure.pdf()).isEqualTo(figure.pdf());
    }

    @Test
    void theLocaleChangesNothing() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            var plain = SampleFigures.learning().svg();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(SampleFigures.learning().svg()).isEqualTo(plain);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSvgIsSmallAndHasANameAndIdsOfItsOwn(Figure figure) {
        var svg = figure.svg();
        assertThat(svg.length()).isLessThan(250_000);
        var root = parse(svg);
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(figure.title());
        var ids = found(" id=\"([^\"]*)\"", svg);
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith(figure.name() + "-"));
        assertThat(new HashSet<>(ids)).containsAll(found("url\\(#([^)]*)\\)", svg));
        assertThat(svg).doesNotContain("<image", " style=", "href", "Dialog");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyColourHasOneForTheDark(Figure figure) {
        var known = new TreeSet<>(found("(#[0-9a-f]{6})", Palette.light()));
        known.add("none");
        assertThat(known).containsAll(found("(?:fill|stroke)=\"([^\"]*)\"", figure.svg()));
        assertThat(found("(--[a-z-]*):", Palette.dark())).isEqualTo(found("(--[a-z-]*):", Palette.light()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noCoordinateHasMoreThanTwoDecimals(Figure figure) {
        assertThat(found("=\"[^\"]*(\\.[0-9]{3})", figure.svg())).isEmpty();
    }

    @Test
    void pngHasTwoDotsAPixelAndPdfThreeQuartersOfAPoint() throws IOException {
        var figure = one(Panel.of("", LINEAR, LINEAR).line(Role.FIRST, X, X)).width(400);
        assertThat(Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(figure.png())))
                        .getWidth())
                .isEqualTo(800);
        try (var pdf = Loader.loadPDF(figure.pdf())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(300f);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("One panel");
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
        }
    }

    @Test
    void framesOfAColumnStandInLineAndAreEquallyWide() {
        var layout = Layout.of(SampleFigures.errors());
        var first = layout.cells().get(0).frame();
        for (int k = 0; k < layout.cells().size(); k++) {
            var frame = layout.cells().get(k).frame();
            assertThat(frame.width).isEqualTo(first.width);
            assertThat(frame.x).isEqualTo(layout.cells().get(k % 3).frame().x);
            assertThat(frame.y).isEqualTo(layout.cells().get(k - k % 3).frame().y);
            assertThat(layout.cells().get(k).numbered()).isEqualTo(k >= 9); // x is shared
        }
    }

    @Test
    void valuesThatALogarithmicAxisCannotShowAreNotDrawn() {
        var y = new double[] {1e-3, 0, -1};
        var svg = one(Panel.of("", LINEAR, Axis.log("*y*")).line(Role.FIRST, X, y))
                .svg();
        var curve = found("<path d=\"([^\"]*)\"[^>]*stroke=\"#009e73\"", svg);
        assertThat(curve.size()
                        + found("<line fill=\"none\" stroke=\"(#009e73)\"", svg).size())
                .isLessThan(3);
        var zeros = one(Panel.of("", LINEAR, Axis.log("*y*")).line(Role.MCLNN, X, new double[3]))
                .svg();
        assertThat(zeros).contains("MCLNN: 0 throughout");
        var negative = one(Panel.of("", LINEAR, Axis.log("*y*")).line(Role.MCLNN, X, new double[] {-1, 0, -2}))
                .svg();
        assertThat(negative).contains("MCLNN: never positive");
    }

    @Test
    void theLineOfEqualsMakesTheAxesEqual() {
        var panel = Panel.of("", LINEAR, LINEAR)
                .scatter(Role.FIRST, X, new double[] {0, 5, 9})
                .identity();
        var cell = Layout.of(one(panel)).cells().get(0);
        assertThat(cell.x()).isEqualTo(cell.y());
        assertThat(cell.y().high()).isGreaterThan(9);
    }

    @Test
    void fixedEndsHoldWhateverTheData() {
        var panel = Panel.of("", LINEAR.from(-1).to(1), Axis.log("").from(1e-3))
                .line(Role.FIRST, X, new double[] {1, 2, 5});
        var cell = Layout.of(one(panel)).cells().get(0);
        assertThat(cell.x()).isEqualTo(new Span(-1, 1));
        assertThat(cell.y().low()).isEqualTo(1e-3);
        assertThat(cell.y().high()).isGreaterThan(5);
    }

    @Test
    void dataThatAreHardToShowAreShown() throws IOException {
        double inf = Double.POSITIVE_INFINITY;
        for (var y : List.of(
                new double[] {Double.NaN, Double.NaN, Double.NaN},
                new double[] {inf, -inf, 1},
                new double[] {1e308, -1e308, 0},
                new double[] {Double.MIN_VALUE, 1e-320, 1},
                new double[] {3, 3, 3})) {
            for (var axis : List.of(LINEAR, Axis.log("*y*"), LINEAR.focus())) {
                var panel = Panel.of("", LINEAR, axis)
                        .line(Role.FIRST, X, y)
                        .spread(Role.SECOND, X, y, y)
                        .measured(Role.THIRD, X, y)
                        .scatter(Role.MCLNN, X, y);
                assertThat(one(panel).svg()).as(Arrays.toString(y)).doesNotContain("NaN", "Infinity");
                assertThat(one(panel).png()).isNotEmpty();
            }
        }
    }

    @Test
    void aNameThatIsGivenStandsInTheLegendOnceAndAnEmptyOneNever() {
        var panel = Panel.of("", LINEAR, LINEAR)
                .line(Role.MCLNN, "10-10 net", X, X)
                .measured(Role.MCLNN, "10-10 net", X, X, X, X)
                .line(Role.TRUTH, "", X, X);
        assertThat(found(">(10-10 net)<", one(panel).svg())).hasSize(1);
        assertThat(Layout.of(one(panel)).legend().entries()).hasSize(1);
    }

    @Test
    void wordsWithMarksOfXmlStandAsTheyAre() {
        var svg = one(Panel.of("(a) <b> & \"c\"", LINEAR, LINEAR).note(Corner.TOP_LEFT, "a < b"))
                .svg();
        assertThat(parse(svg).getTextContent()).contains("<b> & \"c\"", "a < b");
    }

    @Test
    void rolesAreToldApartWithoutColour() {
        var looks = new ArrayList<String>();
        for (var role : Role.values()) {
            looks.add(role.dashes() + " " + role.marker() + " " + role.width());
        }
        assertThat(looks).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        var panel = Panel.of("", LINEAR, LINEAR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel.line(Role.FIRST, X, new double[2]))
                .withMessageContaining("3 and 2");
        assertThatIllegalArgumentException().isThrownBy(() -> panel.seen(2, 1)).withMessageContaining("2.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> panel.horizontal(Double.NaN, "gate"));
        assertThatIllegalArgumentException().isThrownBy(() -> LINEAR.from(2).to(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.log("*y*").from(0))
                .withMessageContaining("*y*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.of("Fig 1", "One", 1, List.of(panel)))
                .withMessageContaining("Fig 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Figure.of("one", "", 1, List.of(panel)));
        assertThatIllegalArgumentException().isThrownBy(() -> Figure.of("one", "One", 1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> one(panel).width(100));
        assertThatIllegalArgumentException().isThrownBy(() -> one(panel).heights(5));
    }
}
