package io.redress.area;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ResolvedAddress", description = "地址所在的现行区划 / the present area of an address")
public record ResolvedAddressView(
        @Schema(description = "现行区划 / the area today", required = true)
        AreaView area,

        @Schema(description = "地址中写到的区划，可能已撤销 / the area as written, perhaps abolished", required = true)
        AreaView spoken) {}
