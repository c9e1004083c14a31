package io.redress.registration.slip;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** QR code (ISO/IEC 18004) as SVG. A single path, so that it prints sharply at any size. */
public final class QrCode {

    /** Light modules around the code, which readers need; the standard requires four. */
    private static final int QUIET_ZONE = 4;

    /** Tolerates 25% damage: people fold slips and carry them about. */
    private static final ErrorCorrectionLevel LEVEL = ErrorCorrectionLevel.Q;

    private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");

    private QrCode() {}

    /** An {@code svg} element without size; the page sets the size. It contains only the modules, not the text. */
    static String svg(String text) {
        var modules = modules(text);
        var size = modules.getWidth() + 2 * QUIET_ZONE;
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" role=\"img\" aria-label=\"二维码\""
                        + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>")
                .formatted(size, path(modules));
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, LEVEL, HINTS).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** One bar per run of dark modules in a row. */
    private static String path(ByteMatrix modules) {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                var start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    path.append("M%d %dh%dv1h-%3$dz".formatted(start + QUIET_ZONE, y + QUIET_ZONE, x - start));
                }
            }
        }
        return path.toString();
    }
}
