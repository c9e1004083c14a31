package io.redress.registration.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int SCALE = 8;
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

    @Test
    void a_qr_code_is_decoded_to_its_text() throws ReaderException {
        for (var text : new String[] {"445102-2021-000046", "受理登记 𠮷", "x".repeat(300)}) {
            assertThat(read(QrCode.svg(text))).isEqualTo(text);
        }
    }

    @Test
    void the_picture_does_not_contain_the_text() {
        assertThat(QrCode.svg("<script>alert(1)</script>")).doesNotContain("script");
    }

    @Test
    void a_text_too_long_for_a_code_is_refused() {
        assertThatThrownBy(() -> QrCode.svg("x".repeat(5000))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Renders the path as an image and decodes it. */
    private static String read(String svg) throws NotFoundException, ReaderException {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        var width = Integer.parseInt(box.group(1)) * SCALE;
        var pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        BAR.matcher(svg).results().forEach(bar -> {
            var x = Integer.parseInt(bar.group(1)) * SCALE;
            var y = Integer.parseInt(bar.group(2)) * SCALE;
            var length = Integer.parseInt(bar.group(3)) * SCALE;
            for (var row = y; row < y + SCALE; row++) {
                Arrays.fill(pixels, row * width + x, row * width + x + length, 0);
            }
        });
        var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        return new QRCodeReader().decode(image).getText();
    }
}
