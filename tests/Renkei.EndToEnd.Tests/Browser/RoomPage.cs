using Microsoft.Playwright;
using Renkei.EndToEnd.Tests.Setting;
using static Microsoft.Playwright.Assertions;

namespace Renkei.EndToEnd.Tests.Browser;

/// <summary>The room's page in a browser, seen by one person in one conversation.</summary>
internal sealed class RoomPage : IAsyncDisposable
{
    private const float Patience = 60_000;

    private readonly IPage page;
    private readonly List<string> faults = [];

    private RoomPage(IPage page) => this.page = page;

    /// <summary>The column of the conversation on the screen.</summary>
    public ILocator Column { get; private set; } = null!;

    /// <summary>The newest card in it.</summary>
    public ILocator Card => Column.GetByTestId("card").Last;

    /// <summary>The page, for what only one test needs.</summary>
    public IPage Page => page;

    /// <summary>Opens the page.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="trial">The room.</param>
    /// <param name="width">Of the window.</param>
    /// <param name="height">Of the window.</param>
    /// <param name="colours">Light or dark.</param>
    public static async Task<RoomPage> OpenAsync(
        Chromium chromium,
        TrialRoom trial,
        int width,
        int height,
        ColorScheme colours = ColorScheme.Light
    )
    {
        IBrowserContext context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = colours,
                Locale = "ja-JP",
                TimezoneId = "Asia/Tokyo",
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(Patience);
        IPage page = await context.NewPageAsync();
        RoomPage room = new(page);
        string own = trial.Room.Url.Authority;
        page.PageError += (_, fault) => room.faults.Add(fault);
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
            {
                room.faults.Add(line.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != own)
            {
                room.faults.Add($"asked for {request.Url}");
            }
        };
        await page.GotoAsync(trial.Room.Url.AbsoluteUri);
        return room;
    }

    /// <summary>Becomes somebody and opens one of her or his conversations.</summary>
    /// <param name="person">Key of the person.</param>
    /// <param name="conversation">Key; <see langword="null"/> for the personal chat.</param>
    public async Task BecomeAsync(string person, string? conversation = null)
    {
        if (page.ViewportSize!.Width < 900)
        {
            await page.GetByTestId("open-rail").ClickAsync();
        }
        await page.GetByTestId($"person-{person}").ClickAsync();
        string key = conversation ?? $"personal-{person}";
        await page.GetByTestId($"open-{key}").ClickAsync();
        Column = page.Locator($"[data-testid=column][data-conversation='{key}'][data-viewer='{person}']");
        await Expect(Column).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    /// <summary>Sets the language of somebody's Teams.</summary>
    /// <param name="person">Key of the person, who is on the screen.</param>
    /// <param name="locale">ja-JP or en-US.</param>
    public Task SpeakAsync(string person, string locale) =>
        page.GetByTestId($"locale-{person}").SelectOptionAsync(new SelectOptionValue { Value = locale });

    /// <summary>Types and sends.</summary>
    public async Task TypeAsync(string text)
    {
        await Column.GetByTestId("compose-text").FillAsync(text);
        await Column.GetByTestId("send").ClickAsync();
    }

    /// <summary>Types and sends, and waits for the card with this heading.</summary>
    public async Task SayAsync(string text, string heading, bool mention = false)
    {
        int before = await Column.GetByTestId("card").CountAsync();
        if (mention)
        {
            await Column.GetByTestId("mention").ClickAsync();
        }
        await TypeAsync(text);
        await Expect(Column.GetByTestId("card")).ToHaveCountAsync(before + 1, new() { Timeout = Patience });
        await HeadedAsync(heading);
    }

    /// <summary>Presses a button of the newest card and waits for the card with this heading.</summary>
    public async Task PressAsync(string button, string heading)
    {
        await Card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await HeadedAsync(heading);
    }

    /// <summary>Opens the menu of the newest card and chooses an entry.</summary>
    public async Task ChooseInMenuAsync(string entry)
    {
        await Card.GetByRole(AriaRole.Button, new() { Name = "その他", Exact = true }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = entry, Exact = true }).ClickAsync();
    }

    /// <summary>Chooses in the drop-down list with this label.</summary>
    public Task ChooseAsync(string label, string choice) =>
        Card.GetByLabel(label).SelectOptionAsync(new SelectOptionValue { Label = choice });

    /// <summary>Ticks or picks a choice that is open to see.</summary>
    public Task PickAsync(AriaRole kind, string choice) => Card.GetByRole(kind, new() { Name = choice }).CheckAsync();

    /// <summary>Fills in the text or date with this label.</summary>
    public Task FillAsync(string label, string text) =>
        Card.GetByLabel(label).And(Card.Locator("input:visible, textarea:visible")).First.FillAsync(text);

    /// <summary>Waits until the newest card has this heading.</summary>
    public async Task HeadedAsync(string heading)
    {
        await Expect(Card.GetByRole(AriaRole.Heading).First).ToHaveTextAsync(heading, new() { Timeout = Patience });
        await Expect(Card).Not.ToHaveAttributeAsync("aria-busy", "", new() { Timeout = Patience });
    }

    /// <summary>Waits until no card has come for a while, e.g. after the clock was moved: the newest card would be another one a moment later.</summary>
    public async Task QuietAsync()
    {
        int before;
        int now = await Column.GetByTestId("card").CountAsync();
        do
        {
            before = now;
            await page.WaitForTimeoutAsync(3_000);
            now = await Column.GetByTestId("card").CountAsync();
        } while (now != before);
    }

    /// <summary>Keeps a picture of the page.</summary>
    /// <param name="name">File name without ending.</param>
    public Task ShootAsync(string name) =>
        page.ScreenshotAsync(
            new() { Path = Path.Combine(Repository.Artifacts("screenshots"), $"{name}.png"), Timeout = Patience }
        );

    /// <summary>Checks that nothing went wrong unseen: no error or warning in the console, nothing fetched from elsewhere.</summary>
    public void AssertFaultless() => Assert.Empty(faults);

    /// <summary>Checks that nothing is wider than the window.</summary>
    public async Task AssertFitsAsync() =>
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"
            )
        );

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
