package io.redress.common.web.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.redress.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.BlockingOperationSupport;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser.PartHandler;

/**
 * Reads a multipart form into memory before Quarkus would read it: Quarkus writes each uploaded file in clear to the
 * disk. {@link RequestLimits} bounds the size of a form, and {@link Uploads} how many are read at once.
 */
@ApplicationScoped
public class UploadForm {

    /** The name of the part that is a file even without a file name. */
    private static final String FILE = "file";

    private static final int READ = 16 * 1024;

    private final long longest;
    private final long longestText;
    private final int mostParts;

    UploadForm(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longest,
            @ConfigProperty(name = "quarkus.http.limits.max-form-attribute-size") MemorySize longestText,
            @ConfigProperty(name = "quarkus.http.limits.max-parameters", defaultValue = "1000") int mostParts) {
        this.longest = longest.asLongValue();
        this.longestText = longestText.asLongValue();
        this.mostParts = mostParts;
    }

    /** Runs after authorisation and before the parameters of the method are read. */
    @ServerRequestFilter
    void read(HttpHeaders headers) throws IOException {
        var type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        var boundary = type != null && type.startsWith("multipart/form-data")
                ? HeaderUtil.extractQuotedValueFromHeader(type, "boundary")
                : null;
        if (boundary == null || !BlockingOperationSupport.isBlockingAllowed()) {
            return;
        }
        var request = CurrentRequestManager.get();
        var form = new Form(Math.min(longest, Math.max(READ, headers.getLength())));
        read(request, boundary, form);
        request.setFormData(form.data);
    }

    private static void read(ResteasyReactiveRequestContext request, String boundary, Form form) throws IOException {
        var parser = MultipartParser.beginParse(
                form, boundary.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8.name());
        var buffer = new byte[READ];
        try (var body = request.getInputStream()) {
            for (var count = body.read(buffer); count > 0; count = body.read(buffer)) {
                parser.parse(ByteBuffer.wrap(buffer, 0, count));
            }
        }
        if (!parser.isComplete()) {
            throw new IOException("the form ended before its last boundary");
        }
    }

    private final class Form implements PartHandler {

        private final FormData data = new FormData(mostParts);
        private final ByteArrayOutputStream content;
        private CaseInsensitiveMap<String> headers;
        private String name;
        private String fileName;

        Form(long expected) {
            content = new ByteArrayOutputStream(Math.toIntExact(expected));
        }

        @Override
        public void beginPart(CaseInsensitiveMap<String> headers) {
            this.headers = headers;
            content.reset();
            var disposition =
                    Optional.ofNullable(headers.getFirst("Content-Disposition")).orElse("");
            name = HeaderUtil.extractQuotedValueFromHeader(disposition, "name");
            fileName = HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "filename");
        }

        @Override
        public void data(ByteBuffer part) {
            if (part.hasArray()) {
                content.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
                part.position(part.limit());
            } else {
                var bytes = new byte[part.remaining()];
                part.get(bytes);
                content.writeBytes(bytes);
            }
            if (!isFile() && content.size() > longestText) {
                throw Problem.of(413, "too-large");
            }
        }

        @Override
        public void endPart() {
            if (name == null) {
                return;
            }
            if (isFile()) {
                data.add(name, content.toByteArray(), fileName, headers);
            } else {
                data.add(name, content.toString(charset()), headers);
            }
        }

        private boolean isFile() {
            return fileName != null || FILE.equals(name);
        }

        private Charset charset() {
            var type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
            var named = type == null ? null : HeaderUtil.extractQuotedValueFromHeader(type, "charset");
            try {
                return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
            } catch (IllegalArgumentException e) {
                throw Problem.of(400, "malformed-request");
            }
        }
    }
}
