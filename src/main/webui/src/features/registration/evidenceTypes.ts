/** What the service takes as evidence, as a file picker wants it; FileTypeTest holds it against the service's own list. */
export const evidenceTypes =
  '.pdf,.jpg,.jpeg,.png,.webp,.heic,.heif,.tif,.tiff,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.ofd,.txt,.csv';
