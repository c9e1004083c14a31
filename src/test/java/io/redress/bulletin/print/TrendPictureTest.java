package io.redress.bulletin.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.bulletin.PrintedBulletins;
import io.redress.bulletin.print.BulletinContent.Trend;
import io.redress.bulletin.print.BulletinContent.Trend.Point;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TrendPictureTest {

    private static final int REPORTED = 0x1f3c66;
    private static final int PAST = 0xa8b8cc;
    private static final int LOSS = 0xa31f1f;

    @Test
    void the_picture_is_as_wide_as_the_type_area_at_300_dpi() throws IOException {
        var png = TrendPicture.png(PrintedBulletins.TREND);
        var picture = picture(PrintedBulletins.TREND);
        assertThat(picture.getWidth()).isEqualTo(156 * 12);
        assertThat(picture.getHeight()).isEqualTo(60 * 12);
        assertThat(picture.getColorModel().hasAlpha()).isFalse();
        var text = new String(png, StandardCharsets.ISO_8859_1);
        assertThat(ByteBuffer.wrap(png).getInt(text.indexOf("pHYs") + 4)).isEqualTo(12_000);
        assertThat(png).hasSizeLessThan(100_000);
    }

    @Test
    void the_same_trend_gives_the_same_bytes_in_any_language() {
        var first = TrendPicture.png(PrintedBulletins.TREND);
        var words = TrendPicture.inWords(PrintedBulletins.TREND);
        var locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(TrendPicture.png(PrintedBulletins.TREND)).isEqualTo(first);
            assertThat(TrendPicture.inWords(PrintedBulletins.TREND)).isEqualTo(words);
        } finally {
            Locale.setDefault(locale);
        }
        assertThat(TrendPicture.png(trend(5, 6))).isNotEqualTo(first);
    }

    @Test
    void every_week_has_a_bar_by_its_count_and_the_reported_week_is_dark() throws IOException {
        var picture = picture(trend(1, 2, 4));
        var reported = count(picture, REPORTED);
        var past = count(picture, PAST);
        assertThat(reported).isPositive();
        assertThat((double) past / reported).isBetween(0.72, 0.78);
    }

    @Test
    void a_single_week_is_in_the_middle() throws IOException {
        var picture = picture(trend(3));
        assertThat(count(picture, PAST)).isZero();
        var columns = IntStream.range(0, picture.getWidth())
                .filter(x -> IntStream.range(0, picture.getHeight())
                        .anyMatch(y -> (picture.getRGB(x, y) & 0xffffff) == REPORTED))
                .summaryStatistics();
        assertThat((columns.getMin() + columns.getMax()) / 2).isBetween(930, 942);
        assertThat(count(picture, LOSS)).isPositive();
    }

    @Test
    void a_trend_without_weeks_has_no_bars_and_no_line() throws IOException {
        var picture = picture(trend());
        assertThat(count(picture, PAST) + count(picture, REPORTED) + count(picture, LOSS))
                .isZero();
        assertThat(TrendPicture.inWords(trend())).isEqualTo("尚无已周结的报告周。");
    }

    @Test
    void constant_and_negative_losses_are_drawn() throws IOException {
        var day = LocalDate.of(2021, 12, 12);
        var flat = new Trend("", List.of(point(day, 0, "0.00"), point(day.plusWeeks(1), 0, "0.00")));
        assertThat(count(picture(flat), LOSS)).isPositive();
        var gain = new Trend("", List.of(point(day, 0, "-50000.00"), point(day.plusWeeks(1), 1, "99999999999999.99")));
        assertThat(count(picture(gain), LOSS)).isPositive();
    }

    @Test
    void nothing_is_drawn_outside_the_picture() throws IOException {
        var day = LocalDate.of(2021, 12, 12);
        var large = new Trend(
                "",
                IntStream.range(0, 12)
                        .mapToObj(week -> point(day.plusWeeks(week), 1_234_567, "-9999999999999" + week % 10 + ".99"))
                        .toList());
        for (var trend : List.of(PrintedBulletins.TREND, large)) {
            var picture = picture(trend);
            assertThat(IntStream.range(0, picture.getHeight()))
                    .noneMatch(y -> isInk(picture, picture.getWidth() - 1, y) && !isBaseline(picture, y));
            assertThat(IntStream.range(0, picture.getWidth()))
                    .noneMatch(x -> isInk(picture, x, 0) || isInk(picture, x, picture.getHeight() - 1));
        }
    }

    @Test
    void the_alternative_text_lists_the_values() {
        assertThat(TrendPicture.inWords(trend(3, 0)))
                .isEqualTo("12.12当周新增登记3人、累计净损失100.00万元；12.19当周新增登记0人、累计净损失101.00万元。");
    }

    private static Trend trend(long... added) {
        return new Trend(
                "近12周",
                IntStream.range(0, added.length)
                        .mapToObj(week -> point(
                                LocalDate.of(2021, 12, 12).plusWeeks(week),
                                added[week],
                                (1_000_000 + 10_000 * week) + ".00"))
                        .toList());
    }

    private static Point point(LocalDate day, long added, String netLoss) {
        return new Point(day, added, 10, new BigDecimal(netLoss));
    }

    private static BufferedImage picture(Trend trend) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(TrendPicture.png(trend)));
    }

    private static long count(BufferedImage picture, int colour) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(i -> (picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xffffff) == colour)
                .count();
    }

    private static boolean isInk(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) & 0xff) < 0xe0;
    }

    private static boolean isBaseline(BufferedImage picture, int y) {
        return isInk(picture, 0, y);
    }
}
