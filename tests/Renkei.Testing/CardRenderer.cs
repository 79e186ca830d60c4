using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Renkei.Testing;

/// <summary>
/// Draws cards with the official renderer in headless Chromium and checks them against Microsoft's own card types: one process for
/// many cards. Pictures go to <c>artifacts/cards/SET</c> of the repository. Needs Node, Chromium and <c>npm ci</c> in <c>tests/cards</c>.
/// </summary>
public static class CardRenderer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Draws the cards at phone and desktop width, light and dark.</summary>
    /// <param name="set">Folder name for the cards and pictures, one for each test class; what it held is replaced.</param>
    /// <param name="cards">UTF-8 JSON by name; the names become file names.</param>
    /// <param name="images">Whether pictures are taken; without them it is about ten times faster.</param>
    /// <param name="ct">Stops the browser.</param>
    /// <exception cref="InvalidOperationException">The renderer could not be run; the message says why.</exception>
    public static async Task<IReadOnlyList<RenderedCard>> RenderAsync(
        string set,
        IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> cards,
        bool images,
        CancellationToken ct
    )
    {
        string folder = await WriteAsync(set, cards, ct);
        string[] arguments = images ? [folder] : [folder, "--no-images", "--widths", "320", "--themes", "light"];
        string json = await RunAsync("render.mjs", arguments, ct);
        return JsonSerializer.Deserialize(json, CardRendererJson.Default.RenderedCards)!.Cards;
    }

    /// <summary>What Microsoft's types say against the cards, by name; a card without errors is there with none.</summary>
    /// <param name="set">Folder name, as for <see cref="RenderAsync"/>.</param>
    /// <param name="cards">UTF-8 JSON by name.</param>
    /// <param name="ct">Stops the compiler.</param>
    /// <exception cref="InvalidOperationException">The compiler could not be run; the message says why.</exception>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> CheckTypesAsync(
        string set,
        IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> cards,
        CancellationToken ct
    )
    {
        string folder = await WriteAsync(set, cards, ct);
        string json = await RunAsync("check-types.mjs", [folder], ct);
        return JsonSerializer
            .Deserialize(json, CardRendererJson.Default.CheckedCards)!
            .Cards.ToDictionary(card => card.Name, card => card.Errors);
    }

    private static async Task<string> WriteAsync(
        string set,
        IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> cards,
        CancellationToken ct
    )
    {
        string folder = Path.Combine(Repository(), "artifacts", "cards", set);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach ((string name, ReadOnlyMemory<byte> json) in cards)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.json"), json, ct);
        return folder;
    }

    private static async Task<string> RunAsync(string script, string[] arguments, CancellationToken ct)
    {
        string home = Path.Combine(Repository(), "tests", "cards");
        if (!Directory.Exists(Path.Combine(home, "node_modules")))
            throw new InvalidOperationException("Run 'npm ci' in tests/cards first.");

        ProcessStartInfo start = new("node", [Path.Combine(home, script), .. arguments])
        {
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process node = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            Task<string> output = node.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = node.StandardError.ReadToEndAsync(limit.Token);
            await node.WaitForExitAsync(limit.Token);
            if (node.ExitCode != 0)
                throw new InvalidOperationException($"{script} ended with {node.ExitCode}: {await errors}");
            return await output;
        }
        finally
        {
            // A stopped test must not leave a browser behind.
            if (!node.HasExited)
                node.Kill(entireProcessTree: true);
        }
    }

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Renkei.Bot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}

/// <summary>What the renderer made of one card.</summary>
/// <param name="Name">The card's name.</param>
/// <param name="Warnings">The renderer's complaints; a good card has none.</param>
/// <param name="Cut">Texts that do not fit, with the width.</param>
/// <param name="Texts">What each text block shows, paragraphs joined by line feeds.</param>
/// <param name="Markup">Names of the HTML elements Markdown made in text blocks, paragraphs excepted.</param>
/// <param name="Images">Paths of the pictures.</param>
public sealed record RenderedCard(
    string Name,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Cut,
    IReadOnlyList<string> Texts,
    IReadOnlyList<string> Markup,
    IReadOnlyList<string> Images
);

internal sealed record RenderedCards(IReadOnlyList<RenderedCard> Cards);

internal sealed record CheckedCard(string Name, IReadOnlyList<string> Errors);

internal sealed record CheckedCards(IReadOnlyList<CheckedCard> Cards);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RenderedCards))]
[JsonSerializable(typeof(CheckedCards))]
internal sealed partial class CardRendererJson : JsonSerializerContext;
