"""Static files under names that hold a digest of their content, so that a browser may keep them for ever."""

from servestatic.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Also follows the imports of ES modules, so that they find one another under the new names."""

    support_js_module_import_aggregation = True
