using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Renkei.AppPackage;

/// <summary>Puts values into <c>${{NAME}}</c> placeholders.</summary>
public static class ManifestTemplate
{
    /// <summary>
    /// The template with every known placeholder replaced, each value escaped as JSON text. A placeholder without a value
    /// stays, for <see cref="Checks.PlaceholderCheck"/> to find.
    /// </summary>
    public static byte[] Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Encoding.UTF8.GetBytes(
            values.Aggregate(
                template,
                (text, value) =>
                    text.Replace(
                        $"${{{{{value.Key}}}}}",
                        JsonEncodedText.Encode(value.Value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
                        StringComparison.Ordinal
                    )
            )
        );
}
