package kz.ruralincome.web.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Draws a {@link RegionMap} into the print, as lines and areas. Names and numbers are laid over it by the page's own text,
 * so that it needs no font of the system.
 */
final class MapDrawing implements FSObjectDrawer, FSObjectDrawerFactory {

    /** Of an element {@code object} that stands for the map. */
    static final String TYPE = "pilot/map";

    /** The shades of {@code layout.css}, from nothing told to most. */
    private static final List<Color> SHADES = List.of(
            new Color(0xd5dad6),
            new Color(0xe2efed),
            new Color(0xb9d8d5),
            new Color(0x84b8b3),
            new Color(0x2f7f7a),
            new Color(0x0a4542));

    private final RegionMap map;

    MapDrawing(RegionMap map) {
        this.map = map;
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        return isReplacedObject(element) ? this : null;
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getNodeName().equals("object")
                && element.getAttribute("type").equals(TYPE);
    }

    @Override
    public Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice output,
            RenderingContext context,
            int dotsPerPixel) {
        output.drawWithGraphics(
                (float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, to -> {
                    to.transform(AffineTransform.getScaleInstance(
                            width / dotsPerPixel / map.width(), height / dotsPerPixel / map.height()));
                    map.areas().forEach(area -> draw(to, area));
                });
        return null;
    }

    static void draw(Graphics2D to, RegionMap.Area area) {
        Path2D path = new Path2D.Double();
        for (String point : area.path().substring(1).replace("Z", "").split("L")) {
            String[] place = point.split(" ");
            int across = Integer.parseInt(place[0]);
            int down = Integer.parseInt(place[1]);
            if (path.getCurrentPoint() == null) {
                path.moveTo(across, down);
            } else {
                path.lineTo(across, down);
            }
        }
        path.closePath();
        to.setColor(SHADES.get(area.shade()));
        to.fill(path);
        to.setColor(Color.GRAY);
        to.setStroke(new BasicStroke(1));
        to.draw(path);
    }
}
