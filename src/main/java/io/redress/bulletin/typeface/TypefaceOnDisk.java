package io.redress.bulletin.typeface;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadMemoryMappedFile;

/**
 * Parses a memory-mapped font file. PDFBox has such a reader, but keeps it internal and uses it only for file headers;
 * its public reader copies the whole file into memory.
 */
public final class TypefaceOnDisk {

    private static final MethodHandle STREAM;
    private static final MethodHandle PARSE;

    static {
        try {
            var inside = MethodHandles.privateLookupIn(TTFParser.class, MethodHandles.lookup());
            var stream = inside.findClass("org.apache.fontbox.ttf.RandomAccessReadUnbufferedDataStream");
            STREAM = inside.findConstructor(stream, MethodType.methodType(void.class, RandomAccessRead.class));
            PARSE = inside.findVirtual(
                    TTFParser.class, "parse", MethodType.methodType(TrueTypeFont.class, stream.getSuperclass()));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private TypefaceOnDisk() {}

    /** Parses a font from a temporary file, which is deleted at once; the mapping lasts as long as the process. */
    static TrueTypeFont parse(byte[] typeface) throws IOException {
        var file = Files.createTempFile("redress", ".ttf");
        try {
            Files.write(file, typeface);
            return parse(new RandomAccessReadMemoryMappedFile(file));
        } finally {
            Files.delete(file);
        }
    }

    private static TrueTypeFont parse(RandomAccessRead file) throws IOException {
        try {
            return (TrueTypeFont) PARSE.invoke(new TTFParser(), STREAM.invoke(file));
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
