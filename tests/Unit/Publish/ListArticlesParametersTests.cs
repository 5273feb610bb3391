using Ingestion.Hosting;
using Ingestion.Publish.Api;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Unit.Tests.Publish;

public sealed class ListArticlesParametersTests
{
    [Fact]
    public void Nothing_asks_for_the_first_page_of_everything() => Assert.Equal(new SubmissionQuery { Limit = 50 }, Read(new ListArticlesParameters()));

    [Fact]
    public void Empty_fields_of_a_form_filter_nothing() =>
        Assert.Equal(new SubmissionQuery { Limit = 50 }, Read(new ListArticlesParameters { Source = "", Language = "", State = "", Limit = "", Cursor = "" }));

    [Theory]
    [InlineData("2026-03-14T08:30:00Z")]
    [InlineData("2026-03-14T09:30:00+01:00")]
    [InlineData("2026-03-14T09:30:00 01:00")]
    [InlineData("2026-03-14T08:30:00.000Z")]
    [InlineData("2026-03-14T08:30Z")]
    public void An_instant_is_read_in_its_iso_8601_forms(string text) =>
        Assert.Equal(new DateTimeOffset(2026, 3, 14, 8, 30, 0, TimeSpan.Zero), Read(new ListArticlesParameters { ChangedSince = text }).ChangedSince);

    [Fact]
    public void Every_state_is_known_by_its_name()
    {
        foreach (var state in Enum.GetValues<SubmissionState>())
            Assert.Equal(state, Read(new ListArticlesParameters { State = state.ToString().ToLowerInvariant() }).State);
    }

    private static SubmissionQuery Read(ListArticlesParameters parameters)
    {
        var errors = new QueryErrors();
        var query = parameters.ToQuery(errors);
        Assert.False(errors.Any, errors.Detail);
        return query;
    }
}
