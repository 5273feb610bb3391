using Ingestion.AllInOne.Cli;

return await IngestionCommand.Create().Parse(args).InvokeAsync();
