package io.redress.bulletin.print;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.bulletin.print.BulletinContent.Trend;
import io.redress.bulletin.print.BulletinContent.Trend.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The trend chart for print, as wide as the 版心: bars above for the persons newly registered each week, a line below for
 * the total loss, each point labelled. The reported week is dark. There are two panels, because a chart with two axes
 * makes readers compare what cannot be compared.
 */
public final class TrendPicture {

    /** In tenths of a millimetre. */
    static final int WIDTH = 1560;

    static final int HEIGHT = 600;

    private static final int DOTS_PER_MILLIMETRE = 12;

    private static final int HEADING = 30;
    private static final int FIGURE = 25;
    private static final int BARS_TOP = 85;
    private static final int BARS_BOTTOM = 240;
    private static final int LINE_TOP = 370;
    private static final int LINE_BOTTOM = 520;
    private static final int WEEKS = 580;
    private static final int WIDEST_SLOT = 240;

    private static final Color INK = new Color(0x22, 0x22, 0x22);
    private static final Color PAST = new Color(0xa8, 0xb8, 0xcc);
    private static final Color REPORTED = new Color(0x1f, 0x3c, 0x66);
    private static final Color LOSS = new Color(0xa3, 0x1f, 0x1f);
    private static final Color FAINT = new Color(0x9a, 0x9a, 0x9a);

    /** All files of a bulletin share the chart. */
    private static final Cache<Trend, byte[]> DRAWN = Caffeine.newBuilder()
            .maximumSize(16)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final Graphics2D paper;
    private final List<Point> points;

    private TrendPicture(Graphics2D paper, List<Point> points) {
        this.paper = paper;
        this.points = points;
    }

    /** Like {@link #png}, cached for all files of a bulletin; the caller must not change the array. */
    public static byte[] drawnOnce(Trend trend) {
        return DRAWN.get(trend, TrendPicture::png);
    }

    /** A PNG of 305 dots per inch; the same trend gives the same bytes. */
    public static byte[] png(Trend trend) {
        var image = new BufferedImage(
                WIDTH * DOTS_PER_MILLIMETRE / 10, HEIGHT * DOTS_PER_MILLIMETRE / 10, BufferedImage.TYPE_3BYTE_BGR);
        var paper = image.createGraphics();
        try {
            paper.setColor(Color.WHITE);
            paper.fillRect(0, 0, image.getWidth(), image.getHeight());
            paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            paper.scale(DOTS_PER_MILLIMETRE / 10.0, DOTS_PER_MILLIMETRE / 10.0);
            new TrendPicture(paper, trend.points()).draw();
        } finally {
            paper.dispose();
        }
        return PrintPng.of(image, DOTS_PER_MILLIMETRE);
    }

    /** The figures as text, for readers who cannot see the picture. */
    public static String inWords(Trend trend) {
        if (trend.points().isEmpty()) {
            return "尚无已周结的报告周。";
        }
        return trend.points().stream()
                .map(point -> week(point) + "当周新增登记" + point.added() + "人、累计净损失"
                        + tenThousands(point).toPlainString() + "万元")
                .collect(Collectors.joining("；", "", "。"));
    }

    private void draw() {
        left("本周新增登记（人）", HEADING, 0, HEADING);
        left("累计净损失（万元）", HEADING, 0, LINE_TOP - 75);
        drawBaseline();
        if (points.isEmpty()) {
            centred("暂无数据", HEADING, WIDTH / 2, (BARS_TOP + BARS_BOTTOM) / 2, FAINT);
            return;
        }
        drawBars();
        drawLine();
        for (var i = 0; i < points.size(); i++) {
            centred(week(points.get(i)), FIGURE, middle(i), WEEKS, INK);
        }
    }

    private void drawBaseline() {
        paper.setColor(FAINT);
        paper.fillRect(0, BARS_BOTTOM, WIDTH, 2);
        paper.fillRect(0, WEEKS - 38, WIDTH, 2);
    }

    private void drawBars() {
        var most = points.stream().mapToLong(Point::added).reduce(1, Math::max);
        var width = slot() / 2;
        for (var i = 0; i < points.size(); i++) {
            var added = points.get(i).added();
            var height = (int) (Math.max(0, added) * (BARS_BOTTOM - BARS_TOP) / most);
            paper.setColor(isReported(i) ? REPORTED : PAST);
            paper.fillRect(middle(i) - width / 2, BARS_BOTTOM - height, width, height);
            centred(Long.toString(added), FIGURE, middle(i), BARS_BOTTOM - height - 10, INK);
        }
    }

    private void drawLine() {
        paper.setColor(LOSS);
        paper.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var i = 1; i < points.size(); i++) {
            paper.drawLine(middle(i - 1), height(i - 1), middle(i), height(i));
        }
        for (var i = 0; i < points.size(); i++) {
            drawPoint(i);
            centred(figure(points.get(i)), figureSize(), middle(i), height(i) - 20, INK);
        }
    }

    private void drawPoint(int i) {
        paper.setColor(Color.WHITE);
        paper.fillOval(middle(i) - 10, height(i) - 10, 20, 20);
        paper.setColor(LOSS);
        paper.drawOval(middle(i) - 9, height(i) - 9, 18, 18);
        if (isReported(i)) {
            paper.fillOval(middle(i) - 9, height(i) - 9, 18, 18);
        }
    }

    /**
     * The y position of a point. The scale is at least a fiftieth of the figure, so that a tiny change does not look
     * like a cliff.
     */
    private int height(int i) {
        var losses = points.stream().map(Point::netLoss).sorted().toList();
        var least = losses.get(0);
        var most = losses.get(losses.size() - 1);
        var fiftieth = most.abs().max(least.abs()).divide(BigDecimal.valueOf(50), RoundingMode.UP);
        var range = most.subtract(least).max(fiftieth).max(BigDecimal.ONE);
        var spare = range.subtract(most.subtract(least)).divide(BigDecimal.valueOf(2), RoundingMode.DOWN);
        return LINE_BOTTOM
                - points.get(i)
                        .netLoss()
                        .subtract(least)
                        .add(spare)
                        .multiply(BigDecimal.valueOf(LINE_BOTTOM - LINE_TOP))
                        .divide(range, 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    /** Shrinks the labels until the longest one does not touch its neighbours. */
    private int figureSize() {
        var widest = points.stream()
                .mapToInt(point -> PrintedLabel.of(figure(point), FIGURE).width())
                .reduce(1, Math::max);
        return Math.min(FIGURE, FIGURE * (slot() - 12) / widest);
    }

    private int slot() {
        return Math.min(WIDEST_SLOT, WIDTH / points.size());
    }

    private int middle(int i) {
        return WIDTH / 2 + (2 * i + 1 - points.size()) * slot() / 2;
    }

    private boolean isReported(int i) {
        return i == points.size() - 1;
    }

    private static String week(Point point) {
        return point.weekEndsOn().getMonthValue() + "." + point.weekEndsOn().getDayOfMonth();
    }

    private static String figure(Point point) {
        return tenThousands(point).toPlainString().replace('-', '−');
    }

    private static BigDecimal tenThousands(Point point) {
        return point.netLoss().movePointLeft(4).setScale(2, RoundingMode.HALF_UP);
    }

    private void left(String text, int size, int x, int y) {
        write(PrintedLabel.of(text, size), x, y, INK);
    }

    private void centred(String text, int size, int x, int y, Color colour) {
        var label = PrintedLabel.of(text, size);
        write(label, x - label.width() / 2, y, colour);
    }

    /** With a white outline, so that no line crosses the text. */
    private void write(PrintedLabel label, int x, int y, Color colour) {
        var outline = AffineTransform.getTranslateInstance(x, y).createTransformedShape(label.outline());
        paper.setColor(Color.WHITE);
        paper.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        paper.draw(outline);
        paper.setColor(colour);
        paper.fill(outline);
    }
}
