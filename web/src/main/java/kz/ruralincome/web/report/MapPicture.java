package kz.ruralincome.web.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Draws a {@link RegionMap} as a picture; names and numbers as outlines, so that it needs no font of the system. */
final class MapPicture {

    private static final int SCALE = 2;
    private static final int MARGIN = 12;
    private static final double LETTER = 10;
    private static final double LINE = 13;

    private MapPicture() {}

    /** The bytes of a PNG, twice as wide and high as the map. */
    static byte[] png(RegionMap map) {
        var image = new BufferedImage(
                SCALE * (map.width() + 2 * MARGIN), SCALE * (map.height() + 2 * MARGIN), BufferedImage.TYPE_INT_RGB);
        Graphics2D to = image.createGraphics();
        to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        to.setColor(Color.WHITE);
        to.fillRect(0, 0, image.getWidth(), image.getHeight());
        to.scale(SCALE, SCALE);
        to.translate(MARGIN, MARGIN);
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(PdfReport.font("DejaVuSans.ttf")))) {
            map.areas().forEach(area -> MapDrawing.draw(to, area));
            for (RegionMap.Area area : map.areas()) {
                write(to, font, area.name(), area.x(), area.y());
                write(to, font, area.text(), area.x(), area.y() + LINE);
            }
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            to.dispose();
        }
    }

    /** In the middle, on white, so that it is read on every shade. */
    private static void write(Graphics2D to, TrueTypeFont font, String text, double middle, double line)
            throws IOException {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        double scale = LETTER / font.getUnitsPerEm();
        double width = 0;
        for (int letter : text.codePoints().toArray()) {
            width += font.getAdvanceWidth(glyphs.getGlyphId(letter)) * scale;
        }
        double left = middle - width / 2;
        to.setColor(Color.WHITE);
        to.fill(new Rectangle2D.Double(left - 2, line - LETTER, width + 4, LINE));
        to.setColor(Color.BLACK);
        for (int letter : text.codePoints().toArray()) {
            int glyph = glyphs.getGlyphId(letter);
            var outline = font.getGlyph().getGlyph(glyph);
            if (outline != null && outline.getNumberOfContours() != 0) {
                var place = new AffineTransform(scale, 0, 0, -scale, left, line);
                to.fill(place.createTransformedShape(outline.getPath()));
            }
            left += font.getAdvanceWidth(glyph) * scale;
        }
    }
}
