package io.redress.exchange;

import io.redress.account.CurrentViewer;
import io.redress.common.sheet.Xlsx;
import io.redress.common.time.Clocks;
import io.redress.exchange.Exports.Export;
import io.redress.export.ExportQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.UUID;

/** The file in the response to an export; CSV is streamed while rows are read. */
@ApplicationScoped
class ExportFiles {

    static final String CSV = "text/csv";

    private final Exports exports;
    private final CurrentViewer current;
    private final Clock clock;

    ExportFiles(Exports exports, CurrentViewer current, Clock clock) {
        this.exports = exports;
        this.current = current;
        this.clock = clock;
    }

    Response of(String name, ExportQuery query, ExportFormat format, ExportInClear inClear) {
        if (inClear != null) {
            current.demandInPerson();
        }
        return file(exports.begin(name, query, format, inClear, current.get()), format);
    }

    /** A list that a second person has approved. */
    Response ofApproved(UUID requestId, ExportFormat format) {
        return file(exports.beginApproved(requestId, current.get()), format);
    }

    private Response file(Export export, ExportFormat format) {
        var name = export.list().name();
        if (format == ExportFormat.XLSX) {
            return file(exports.workbook(export), Xlsx.MEDIA_TYPE, name, "xlsx");
        }
        StreamingOutput lines = out -> exports.writeCsv(export, format, out);
        return file(lines, CSV + ";charset=" + format.charset(), name, "csv");
    }

    private Response file(Object content, String type, String name, String extension) {
        var fileName = name + "-" + Clocks.today(clock) + "." + extension;
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
