package io.redress.bulletin.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a PNG with its physical size (pHYs), which Word and browsers use. */
public final class PrintPng {

    private static final int MILLIMETRES = 1000;

    private PrintPng() {}

    static byte[] of(BufferedImage image, int dotsPerMillimetre) {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            sayHowLarge(metadata, dotsPerMillimetre);
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException("the picture cannot be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void sayHowLarge(IIOMetadata metadata, int dotsPerMillimetre) throws IIOInvalidTreeException {
        var density = Integer.toString(dotsPerMillimetre * MILLIMETRES);
        var physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", density);
        physical.setAttribute("pixelsPerUnitYAxis", density);
        physical.setAttribute("unitSpecifier", "meter");
        var root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(physical);
        metadata.mergeTree("javax_imageio_png_1.0", root);
    }
}
